import { CommandHandler } from '@event-driven-io/emmett'
import type { PostgresEventStore } from '@event-driven-io/emmett-postgresql'
import { toEmmett } from '../../src/emmett/index.ts'
import type { Command } from '../../src/index.ts'
import { inTurn } from '../../src/store/in-turn.ts'
import { type EventStore, municipality } from '../../src/store/index.ts'
import { newStream } from './events.ts'
import { elapsed } from './measure.ts'

/** How many desks there are, and how many commands each tells in a round: the next when the last is answered. */
const desks = 16
const each = 10

const openSite = (n: number): Command =>
  ({
    id: `c${n}`,
    type: 'OpenSite',
    data: { on: '2016-01-04', site: { id: `S${n}`, kind: 'municipal', places: 80 } },
  }) as unknown as Command

interface Telling {
  readonly name: string
  readonly round: () => Promise<number>
}

const atDesks = (name: string, tell: (command: Command) => Promise<unknown>): Telling => {
  let told = 0
  const desk = async (): Promise<void> => {
    for (let k = 0; k < each; k++) await tell(openSite(told++))
  }
  const round = async () =>
    (await elapsed(() => Promise.all(Array.from({ length: desks }, desk)))) / (desks * each)
  return { name, round }
}

/** Desks of one process on one municipality: einzug as they come, Emmett one after the other, as its versions want it. */
export const telling = (store: EventStore, theirs: PostgresEventStore): ReadonlyArray<Telling> => {
  const town = municipality(store, newStream())
  const { decide, evolve, initialState } = toEmmett()
  const handle = CommandHandler({ evolve, initialState })
  const stream = newStream()
  const queue = inTurn()
  return [
    atDesks('einzug', async command => {
      const outcome = await town.tell([command])()
      if (outcome._tag === 'Left') throw new Error(outcome.left._tag)
    }),
    atDesks('emmett-postgresql', command =>
      queue(() => handle(theirs, stream, (state: ReturnType<typeof initialState>) => decide(command, state))),
    ),
  ]
}
