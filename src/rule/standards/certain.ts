/** How many people of a kind there are. */
export type Count<Kind extends string> = (kind: Kind) => number

/**
 * What is certain although some facts are not stated: the answer that all ways of filling them in agree on;
 * `undefined` where two of them differ. `possible` lists for each person the kinds that he or she may be of.
 *
 * People with the same possible kinds are exchangeable, so numbers of people are tried, not people, and the search
 * ends at the first difference. Time O(people) where all is stated; else one answer for each way to spread each
 * group of g people over its k kinds, at most C(g + k − 1, k − 1) a group.
 */
export const certain = <Kind extends string, Answer extends number | boolean>(
  possible: ReadonlyArray<ReadonlyArray<Kind>>,
  answer: (count: Count<Kind>) => Answer,
): Answer | undefined => {
  const counts = new Map<Kind, number>()
  let agreed: Answer | undefined
  for (const _ of fillings(groupsOf(possible), counts)) {
    const next = answer(kind => counts.get(kind) ?? 0)
    if (agreed !== undefined && next !== agreed) return undefined
    agreed = next
  }
  return agreed
}

interface Group<Kind extends string> {
  readonly kinds: ReadonlyArray<Kind>
  readonly people: number
}

const groupsOf = <Kind extends string>(
  possible: ReadonlyArray<ReadonlyArray<Kind>>,
): ReadonlyArray<Group<Kind>> => {
  const groups = new Map<string, Group<Kind>>()
  for (const kinds of possible) {
    const key = kinds.join()
    groups.set(key, { kinds, people: (groups.get(key)?.people ?? 0) + 1 })
  }
  return [...groups.values()]
}

/** Stops at every way to give each person of the groups one of the kinds, with the numbers of it in `counts`. */
function* fillings<Kind extends string>(
  groups: ReadonlyArray<Group<Kind>>,
  counts: Map<Kind, number>,
): Generator<undefined> {
  const [group, ...others] = groups
  if (group === undefined) {
    yield
    return
  }
  const [kind, ...kinds] = group.kinds
  if (kind === undefined) return
  const before = counts.get(kind) ?? 0
  for (let some = kinds.length === 0 ? group.people : 0; some <= group.people; some++) {
    counts.set(kind, before + some)
    const left = group.people - some
    yield* fillings(left === 0 ? others : [{ kinds, people: left }, ...others], counts)
  }
  counts.set(kind, before)
}
