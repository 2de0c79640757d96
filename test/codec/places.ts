/** A way into a document. */
export type Path = ReadonlyArray<string | number>

/** What lies at a place. */
export const at = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], document)

/** The ways to everything in a document, itself included. */
export const places = (document: unknown, path: Path = []): ReadonlyArray<Path> => [
  path,
  ...(Array.isArray(document)
    ? document.flatMap((each, k) => places(each, [...path, k]))
    : typeof document === 'object' && document !== null
      ? Object.entries(document).flatMap(([key, each]) => places(each, [...path, key]))
      : []),
]

/** A copy in which another value lies at a place; own keys such as `__proto__` are ordinary keys. */
export const put = (document: unknown, path: Path, value: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  const copy = structuredClone(document) as object
  const inner =
    rest.length === 0 ? value : put((document as Record<string | number, unknown>)[key], rest, value)
  return Object.defineProperty(copy, key, {
    value: inner,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

/** A copy without a key. */
export const drop = (document: unknown, path: Path): unknown => {
  const parent = at(document, path.slice(0, -1)) as object
  const rest = Object.fromEntries(Object.entries(parent).filter(([key]) => key !== path.at(-1)))
  return put(document, path.slice(0, -1), rest)
}
