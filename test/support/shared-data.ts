import { existsSync, readFileSync } from 'node:fs'

/** Real data for tests lies beside the repository and is never part of it. */
const folder = new URL('../../../shared/data/', import.meta.url)

/** Whether the data are there; says so aloud when they are not. */
export const sharedDataIsThere = existsSync(folder)
if (!sharedDataIsThere)
  console.warn('SKIPPED: ../shared/data is not there; tests against real data do not run')

export const sharedData = (path: string): string => readFileSync(new URL(path, folder), 'utf8')

/** The rows of a simple CSV file (no quotes), by column. */
export const sharedRows = (path: string): ReadonlyArray<Readonly<Record<string, string>>> => {
  const [header = '', ...lines] = sharedData(path).trim().split('\n')
  const names = header.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, k) => [names[k] ?? '', cell])))
}
