/** A column of a table: its title, how wide it is (numbers stand right, words left: below 0), and what it shows. */
export type Column<Args extends ReadonlyArray<unknown>> = readonly [
  title: string,
  width: number,
  show: (...args: Args) => string | undefined,
]

export const headerOf = <Args extends ReadonlyArray<unknown>>(columns: ReadonlyArray<Column<Args>>): string =>
  columns.map(([title, width]) => padded(title, width)).join('  ')

export const lineOf = <Args extends ReadonlyArray<unknown>>(
  columns: ReadonlyArray<Column<Args>>,
  ...args: Args
): string => columns.map(([, width, show]) => padded(show(...args) ?? '', width)).join('  ')

const padded = (text: string, width: number): string =>
  width < 0 ? text.padEnd(-width) : text.padStart(width)
