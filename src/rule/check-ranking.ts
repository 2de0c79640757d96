import { ofBand } from './check-amount.ts'
import type { NeedPart } from './need-points.ts'
import type { Policy } from './policy.ts'
import { mostPoints, type Path, type PolicyIssue, unless } from './policy-issue.ts'

/** A lottery comes last and has a whole seed; the parts of a points scheme are in order. */
export const ofRanking = ({ ranking }: Policy): ReadonlyArray<PolicyIssue> =>
  ranking.flatMap((criterion, at) => {
    const path = ['ranking', at]
    if (criterion.by === 'points') return ofScheme(criterion.parts, [...path, 'parts'])
    return criterion.by !== 'lottery'
      ? []
      : [
          ...unless(at === ranking.length - 1, path, 'a lottery only at the end', criterion),
          ...unless(
            Number.isSafeInteger(criterion.seed),
            [...path, 'seed'],
            'a whole number',
            criterion.seed,
          ),
        ]
  })

const ofScheme = (parts: ReadonlyArray<NeedPart>, path: Path): ReadonlyArray<PolicyIssue> => {
  const names = parts.map(({ name }) => name)
  return [
    ...unless(parts.length > 0, path, 'at least one part', parts),
    ...parts.flatMap((part, at) => [
      ...unless(names.indexOf(part.name) === at, [...path, at, 'name'], 'a name that occurs once', part.name),
      ...ofPart(part, [...path, at]),
    ]),
  ]
}

const ofPart = (part: NeedPart, path: Path): ReadonlyArray<PolicyIssue> => {
  const whole = (points: number, ...place: Path): ReadonlyArray<PolicyIssue> =>
    unless(
      Number.isInteger(points) && points >= 0 && points <= mostPoints,
      [...path, ...place],
      `whole points from 0 to ${mostPoints}`,
      points,
    )
  if ('byTier' in part) return part.byTier.flatMap((points, at) => whole(points, 'byTier', at))
  if ('if' in part) return whole(part.points, 'points')
  const { each, of, per = 1, most = 0 } = part
  return [
    ...whole(each, 'each'),
    ...whole(most, 'most'),
    ...unless(per > 0 && Number.isFinite(per), [...path, 'per'], 'a number above 0', per),
    ...(typeof of === 'object' && !('lacks' in of) ? ofBand(of, [...path, 'of']) : []),
  ]
}
