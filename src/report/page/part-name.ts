import type { Crowdedness, Dwelling, Letability } from '../../projection/index.ts'
import type { FigureKey } from '../language/messages.ts'
import { type Html, html, named } from './html.ts'
import type { Saying } from './saying.ts'

/** What a part of a breakdown is called: kinds of dwelling have words, districts their names, sizes their number. */
export const partName =
  ({ messages }: Saying, key: FigureKey) =>
  (part: string): Html => {
    switch (key) {
      case 'moves':
        return html`${messages.origin[part as Dwelling]}`
      case 'waiting':
      case 'dwellings':
        return html`${messages.dwelling[part as Dwelling]}`
      case 'vacancy':
        return html`${messages.letability[part as Letability]}`
      case 'crowding':
        return html`${messages.crowdedness[part as Crowdedness]}`
      case 'wanted':
        return html`${part} ${messages.sizes.persons}`
      case 'offered':
        return html`${part} ${messages.sizes.rooms}`
      default:
        return named(part)
    }
  }
