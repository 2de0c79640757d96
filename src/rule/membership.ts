import type { Flat } from '../domain/flat.ts'
import type { Seeker } from '../domain/household.ts'
import { type Cells, cellsOf } from './cells.ts'
import type { Field, IndexedColumn } from './column.ts'
import { judge } from './judge.ts'
import { lists, words } from './quantity.ts'
import type { Membership } from './rule.ts'

/** The classes of flats a household may have: the ones named, or all but these. */
interface Choice {
  readonly but: boolean
  readonly classes: ReadonlyArray<number>
}

/**
 * The column of a membership rule. Flats of which the rule reads the same are of one class, and the flats of each
 * class are kept together; a household's code stands for what the rule reads of it. Where a word of the flat is
 * looked up in a list of the household, the list names the classes; otherwise few households and flats differ, and
 * each two are judged once.
 */
export const membership = (rule: Membership, field: Field): IndexedColumn => {
  const { seekers, flats, on } = field
  const households = coded(seekers, readsOf(rule, 'household'))
  const classes = coded(flats, readsOf(rule, 'flat'))
  const wanted = wantedOf(rule)
  const classOf = new Map(classes.firsts.map((flat, at) => [words['flat.district'].of(flat), at]))
  const choices = households.firsts.map((seeker): Choice => {
    if (wanted === undefined) {
      const passes = (flat: Flat): boolean => judge(rule, seeker, flat, on)._tag === 'Passes'
      return { but: false, classes: classes.firsts.flatMap((flat, at) => (passes(flat) ? [at] : [])) }
    }
    const named = wanted(seeker)
    return {
      but: rule.rule === 'noneOf' || named.length === 0,
      classes: [...new Set(named)].flatMap(word => classOf.get(word) ?? []),
    }
  })
  return choosing(households.codes, choices, cellsOf(classes.codes, classes.firsts.length))
}

/** The list of a household that the district of a flat is looked up in, if that is what the rule does. */
const wantedOf = ({ word, list }: Membership): ((seeker: Seeker) => ReadonlyArray<string>) | undefined => {
  if (word !== 'flat.district' || typeof list !== 'string' || list === 'flat.regimes') return undefined
  const { of } = lists[list]
  return seeker => of(seeker) ?? []
}

/** What a rule reads of one side, as a text. */
const readsOf = (rule: Membership, from: 'household' | 'flat') => {
  const reads = [words[rule.word], ...(typeof rule.list === 'string' ? [lists[rule.list]] : [])]
    .filter(({ side }) => side === from)
    .map(({ of }) => of as (subject: Seeker | Flat) => unknown)
  return (subject: Seeker | Flat): string => JSON.stringify(reads.map(of => of(subject) ?? null))
}

/** Texts as codes from 0, and whose text each code was first. */
const coded = <A>(
  subjects: ReadonlyArray<A>,
  text: (subject: A) => string,
): { readonly codes: Int32Array; readonly firsts: ReadonlyArray<A> } => {
  const known = new Map<string, number>()
  const firsts: Array<A> = []
  const codeOf = (subject: A): number => {
    const read = text(subject)
    const code = known.get(read) ?? firsts.push(subject) - 1
    known.set(read, code)
    return code
  }
  return { codes: Int32Array.from(subjects.map(codeOf)), firsts }
}

const choosing = (codes: Int32Array, choices: ReadonlyArray<Choice>, cells: Cells): IndexedColumn => {
  const { of: classOf, starts, flats: byClass } = cells
  const sizeOf = (at: number): number => (starts[at + 1] as number) - (starts[at] as number)
  // Classes named by the choice in question bear its stamp; a new stamp wipes out all earlier ones.
  const stamps = new Int32Array(starts.length)
  let stamp = 0
  const stampFor = ({ classes }: Choice): number => {
    stamp += 1
    for (const each of classes) stamps[each] = stamp
    return stamp
  }
  const choiceOf = (h: number): Choice => choices[codes[h] as number] as Choice
  const keep = (choice: Choice, flats: Int32Array, count: number): number => {
    const named = stampFor(choice)
    let kept = 0
    for (let k = 0; k < count; k++) {
      const f = flats[k] as number
      if ((stamps[classOf[f] as number] === named) !== choice.but) flats[kept++] = f
    }
    return kept
  }
  return {
    codes,
    sizes: Int32Array.from(choices, ({ but, classes }) => {
      const named = classes.reduce((sum, each) => sum + sizeOf(each), 0)
      return but ? byClass.length - named : named
    }),
    list: (code, into) => {
      const choice = choices[code] as Choice
      if (choice.but) {
        into.set(byClass)
        keep(choice, into, byClass.length)
        return
      }
      let at = 0
      for (const each of choice.classes) {
        into.set(byClass.subarray(starts[each], starts[each + 1]), at)
        at += sizeOf(each)
      }
    },
    keep: (h, flats, count) => keep(choiceOf(h), flats, count),
    reward: (h, flats, points, into) => {
      const choice = choiceOf(h)
      const named = stampFor(choice)
      for (let k = 0; k < flats.length; k++)
        if ((stamps[classOf[flats[k] as number] as number] === named) !== choice.but)
          into[k] = (into[k] as number) + points
    },
  }
}
