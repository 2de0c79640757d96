/** Runs a benchmark with the options of its command line; where these make no sense, says why and how it is used. */
export const start = async <Options>(
  optionsFrom: (args: ReadonlyArray<string>) => Options,
  usage: string,
  bench: (options: Options) => void | Promise<void>,
): Promise<void> => {
  let options: Options
  try {
    options = optionsFrom(process.argv.slice(2))
  } catch (error) {
    console.error(`${String(error)}\n\n${usage}`)
    process.exitCode = 2
    return
  }
  await bench(options)
}

/** A whole number above 0; `_` may part its digits. */
export const positive = (text: string): number => {
  const number = Number(text.replaceAll('_', ''))
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`"${text}" is not a whole number above 0`)
}

/** One of these names. */
export const oneOf =
  <Name extends string>(names: ReadonlyArray<Name>) =>
  (text: string): Name => {
    const name = names.find(each => each === text)
    if (name !== undefined) return name
    throw new Error(`"${text}" is none of ${names.join(', ')}`)
  }
