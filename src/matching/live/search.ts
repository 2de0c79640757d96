import { fitDual, type Labels, type LiveSide, rankDual } from './sides.ts'
import { isLess, type TupleHeap, tupleHeap } from './tuple-heap.ts'

/**
 * The shortest way for a member without a partner to get one, and how far the search has looked.
 */
export interface Found {
  /** Its length: what the way takes off the dual of the one who starts. */
  readonly rank: number
  readonly fit: number
  /** Where the part that leads ahead meets the part that was found backwards; −1 if the one who starts stays without. */
  readonly meeting: number
  /** Whether whoever has the meeting column goes without one from now on, and no more has to move. */
  readonly leaves: boolean
  /** All that is nearer to the start than this is in `closedAhead`; what is nearer to an end than the rest, in `closedBack`. */
  readonly aheadRank: number
  readonly aheadFit: number
  readonly closedAhead: ReadonlyArray<number>
  readonly closedBack: ReadonlyArray<number>
  /** Those whose entries were taken from `byDual`. */
  readonly taken: ReadonlyArray<number>
  /** Puts the notes back. */
  readonly forget: () => void
}

/**
 * Searches from both ends. Below, "row" is a member of this side, and "column" one of the other.
 *
 * **Problem.** A row takes a column from another one, that one takes one from a third, and so on, until somebody takes a
 * column that nobody has, or goes without one, which costs its margin. The length of such a way is the sum of the slacks
 * margin + price − value of the pairs, all ≥ 0, and that last margin, if there is one.
 *
 * **Method.** Dijkstra from the row that starts, and backwards from all ends: the columns that nobody has, one after the
 * other, and the rows, by margin; but not before it has looked at as much ahead as most searches need. It stops when the nearest
 * that is open ahead and the nearest that is open behind are together no shorter than the shortest way known. Where everything
 * is close to everything else, two small circles meet long before one large circle gets there.
 *
 * Sources: Nicholson, *Finding the shortest route between two points in a network*, The Computer Journal 9 (1966), for
 * both ends and when to stop; {@link entering} for the ways. Deviations: there are many ends, and they are taken in as
 * they come.
 */
export const search = (here: LiveSide, there: LiveSide, start: number): Found => {
  const { pairsOf, partnerOf: columnOf, weightOf, rankDuals: rankMargins, fitDuals: fitMargins } = here
  const { headStart } = here
  const { partnerOf: rowOf, rankDuals: rankPrices, fitDuals: fitPrices, ahead, back, shift } = there
  const metAhead: Array<number> = []
  const metBack: Array<number> = []
  const closedAhead: Array<number> = []
  const closedBack: Array<number> = []
  const taken: Array<number> = []
  const [queueAhead, queueBack] = [tupleHeap(), tupleHeap()]
  const ends = there.free.values()
  let end = ends.next()
  let [workAhead, workBack] = [0, 0]
  let [lengthRank, lengthFit] = [rankDual(here, start), fitDual(here, start)] // of the shortest way known
  let meeting = -1
  let leaves = false

  /** A way ahead to a column is known: how does it go on from there? */
  const consider = (column: number): void => {
    const row = rowOf[column] as number
    let [rank, fit] = [0, 0]
    let goes = false
    if (row !== -1) {
      rank = rankDual(here, row)
      fit = fitDual(here, row)
      goes = !isLess(back.rank[column] as number, back.fit[column] as number, rank, fit)
      if (!goes) [rank, fit] = [back.rank[column] as number, back.fit[column] as number]
    }
    rank += ahead.rank[column] as number
    fit += ahead.fit[column] as number
    if (!isLess(rank, fit, lengthRank, lengthFit)) return
    lengthRank = rank
    lengthFit = fit
    meeting = column
    leaves = goes
  }

  const scanAhead = (
    row: number,
    rankMargin: number,
    fitMargin: number,
    far: number,
    farFit: number,
  ): void => {
    const surplus = far + rankMargin - (weightOf[row] as number)
    const surplusFit = farFit + fitMargin
    const pairs = pairsOf[row] as Array<number>
    workAhead += pairs.length / 2
    for (let at = 0; at < pairs.length; at += 2) {
      const column = pairs[at] as number
      let rank = surplus + (rankPrices[column] as number) - (there.weightOf[column] as number)
      let fit = surplusFit + (fitPrices[column] as number) - (pairs[at + 1] as number)
      const isFree = rowOf[column] === -1
      if (isFree) {
        rank -= shift.rank
        fit -= shift.fit
      }
      if (!isLess(rank, fit, lengthRank, lengthFit)) continue
      if (!note(ahead, metAhead, column, rank, fit, row)) continue
      consider(column)
      if (!isFree) queueAhead.push(rank, fit, column)
    }
  }

  /** From a column there is a way of this length to an end: so there is from whoever could take it. */
  const scanBack = (column: number, far: number, farFit: number): void => {
    const isFree = rowOf[column] === -1
    const surplus =
      far + (rankPrices[column] as number) - (isFree ? shift.rank : 0) - (there.weightOf[column] as number)
    const surplusFit = farFit + (fitPrices[column] as number) - (isFree ? shift.fit : 0)
    const pairs = there.pairsOf[column] as Array<number>
    workBack += pairs.length / 2
    for (let at = 0; at < pairs.length; at += 2) {
      const row = pairs[at] as number
      const from = columnOf[row] as number
      if (from === -1 || from === column) continue
      const rank = surplus + (rankMargins[row] as number) - (weightOf[row] as number)
      const fit = surplusFit + (fitMargins[row] as number) - (pairs[at + 1] as number)
      reachBack(from, rank, fit, column)
    }
  }

  const reachBack = (column: number, rank: number, fit: number, over: number): void => {
    if (!isLess(rank, fit, lengthRank, lengthFit)) return
    if (!note(back, metBack, column, rank, fit, over)) return
    queueBack.push(rank, fit, column)
    if (ahead.rank[column] !== Infinity) consider(column)
  }

  const stepAhead = (): void => {
    const column = queueAhead.pop()
    if (ahead.settled[column] === true) return
    ahead.settled[column] = true
    closedAhead.push(column)
    const row = rowOf[column] as number
    const [rank, fit] = [ahead.rank[column] as number, ahead.fit[column] as number]
    scanAhead(row, rankMargins[row] as number, fitMargins[row] as number, rank, fit)
  }

  let [rankBack, fitBack] = [0, 0] // the least that is open behind
  let goesNext = false // whether that is a row which would go
  const lookBack = (): void => {
    if (end.done !== true || workAhead <= headStart) return
    const byMargin = leastFirst(here)
    const [rank, fit] = [byMargin.leastRank() + here.shift.rank, byMargin.leastFit() + here.shift.fit]
    goesNext = isLess(rank, fit, queueBack.leastRank(), queueBack.leastFit())
    rankBack = goesNext ? rank : queueBack.leastRank()
    fitBack = goesNext ? fit : queueBack.leastFit()
  }
  const stepBack = (): void => {
    if (end.done !== true) {
      scanBack(end.value, 0, 0)
      end = ends.next()
      workBack += 1
    } else if (goesNext) {
      const row = leastFirst(here).pop()
      taken.push(row)
      workBack += 1
      reachBack(columnOf[row] as number, rankBack, fitBack, -1)
    } else {
      const column = queueBack.pop()
      if (back.settled[column] === true) return
      back.settled[column] = true
      closedBack.push(column)
      scanBack(column, back.rank[column] as number, back.fit[column] as number)
    }
  }

  scanAhead(start, lengthRank - here.shift.rank, lengthFit - here.shift.fit, 0, 0)
  for (;;) {
    lookBack()
    const [rank, fit] = [queueAhead.leastRank(), queueAhead.leastFit()]
    if (!isLess(rank + rankBack, fit + fitBack, lengthRank, lengthFit)) break
    if (workAhead <= headStart + share * workBack) stepAhead()
    else stepBack()
  }

  const isAll = !isLess(queueAhead.leastRank(), queueAhead.leastFit(), lengthRank, lengthFit)
  return {
    rank: lengthRank,
    fit: lengthFit,
    meeting,
    leaves,
    aheadRank: isAll ? lengthRank : queueAhead.leastRank(),
    aheadFit: isAll ? lengthFit : queueAhead.leastFit(),
    closedAhead,
    closedBack,
    taken,
    forget: () => {
      clear(ahead, metAhead)
      clear(back, metBack)
    },
  }
}

/** From then on so many times as much is looked at ahead as backwards. */
const share = 2

/** Notes a distance, if it is less than what is known; `met` collects who has been noted at all. */
const note = (
  labels: Labels,
  met: Array<number>,
  each: number,
  rank: number,
  fit: number,
  over: number,
): boolean => {
  const known = labels.rank[each] as number
  if (!isLess(rank, fit, known, labels.fit[each] as number)) return false
  if (known === Infinity) met.push(each)
  labels.rank[each] = rank
  labels.fit[each] = fit
  labels.over[each] = over
  return true
}

const clear = (labels: Labels, met: ReadonlyArray<number>): void => {
  for (const each of met) {
    labels.rank[each] = Infinity
    labels.settled[each] = false
  }
}

/** Those with a partner, the least dual first. */
const leastFirst = (side: LiveSide): TupleHeap => {
  const { byDual, partnerOf, rankDuals, fitDuals } = side
  if (byDual.queue === undefined) {
    byDual.queue = tupleHeap()
    for (const [each, partner] of partnerOf.entries())
      if (partner !== -1) byDual.queue.push(rankDuals[each] as number, fitDuals[each] as number, each)
  }
  settleTop(side, byDual.queue)
  return byDual.queue
}

/** Has the top be what it says: who is there too early, as its dual has grown, is put back; the rest is dropped. */
const settleTop = ({ partnerOf, rankDuals, fitDuals }: LiveSide, byDual: TupleHeap): void => {
  for (;;) {
    const each = byDual.top()
    if (each === -1) return
    const [rank, fit] = [rankDuals[each] as number, fitDuals[each] as number]
    if (partnerOf[each] !== -1 && rank === byDual.leastRank() && fit === byDual.leastFit()) return
    const isEarly = partnerOf[each] !== -1 && isLess(byDual.leastRank(), byDual.leastFit(), rank, fit)
    byDual.pop()
    if (isEarly) byDual.push(rank, fit, each)
  }
}
