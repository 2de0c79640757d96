import { isMet, type Line, sayingOf } from '../target-line.ts'
import type { Row } from './measure.ts'

/** What is asked of a row: of its time over einzug's where it has one, else of its value. */
export interface Target {
  readonly name: string
  readonly what: string
  readonly engine: string
  readonly line: Line
}

export const verdictOn = (target: Target, rows: ReadonlyArray<Row>): string => {
  const row = rows.find(({ what, engine }) => what === target.what && engine === target.engine)
  const unit = row?.ratio === undefined ? (row?.unit ?? '') : '×'
  const say = sayingOf({ ...target, unit }, [36, 18])
  if (row === undefined) return say('not run', '')
  const measured = row.ratio ?? row.value
  return say(isMet(target.line, measured) ? 'met' : 'MISSED', `${measured.toPrecision(3)} ${unit}`)
}
