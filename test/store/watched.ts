import type { EventStore } from 'einzug/store'

/** A store, and the versions from which on it is read. */
export const watched = (
  store: EventStore,
): { readonly store: EventStore; readonly froms: ReadonlyArray<number | undefined> } => {
  const froms: Array<number | undefined> = []
  const read: EventStore['read'] = (stream, range) => {
    froms.push(range?.from)
    return store.read(stream, range)
  }
  return { store: { ...store, read }, froms }
}
