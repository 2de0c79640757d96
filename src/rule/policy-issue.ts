/**
 * What is wrong with a policy, and where in the document.
 *
 * @category errors
 */
export interface PolicyIssue {
  readonly path: ReadonlyArray<string | number>
  readonly expected: string
  readonly found: unknown
}

/** A way into a policy. */
export type Path = PolicyIssue['path']

/** An issue, unless all is well. */
export const unless = (
  holds: boolean,
  path: Path,
  expected: string,
  found: unknown,
): ReadonlyArray<PolicyIssue> => (holds ? [] : [{ path, expected, found }])

/** The most points that all preferences of a policy may give together. */
export const mostPoints = 1_000_000
