import type { FlatId } from '../../domain/id.ts'
import type { Problem } from '../problem.ts'

/** Makes ids that no flat of the problem has. */
export const newIds = ({ homes }: Problem): ((like: FlatId) => FlatId) => {
  const taken = new Set(homes.map(({ flat }) => flat.id))
  return like => {
    let id = like
    while (taken.has(id)) id = `${id}+` as FlatId
    return id
  }
}
