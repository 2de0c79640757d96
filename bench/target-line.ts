/** Where the line is. */
export type Line = { readonly atLeast: number } | { readonly atMost: number }

export const isMet = (line: Line, measured: number): boolean =>
  'atLeast' in line ? measured >= line.atLeast : measured <= line.atMost

/** Says of a target, in columns so wide, how it stands and what was measured. */
export const sayingOf =
  (
    { name, line, unit }: { readonly name: string; readonly line: Line; readonly unit: string },
    [nameWidth, lineWidth]: readonly [name: number, line: number],
  ) =>
  (verdict: 'met' | 'MISSED' | 'not run', measured: string): string => {
    const wanted =
      'atLeast' in line
        ? `≥ ${line.atLeast.toLocaleString('en')} ${unit}`
        : `≤ ${line.atMost.toLocaleString('en')} ${unit}`
    return `${verdict.padEnd(8)}  ${name.padEnd(nameWidth)}${wanted.padStart(lineWidth)}  ${measured}`
  }
