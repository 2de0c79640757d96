/**
 * What is needed of an event store of Emmett's, whichever it is. Their own types satisfy it.
 *
 * @category stores
 */
export interface EmmettStore {
  /** All events of a stream; none, if it does not exist. */
  readStream(streamName: string): Promise<{ readonly events: ReadonlyArray<unknown> }>
  /** Fails where the stream is at another version. */
  appendToStream(
    streamName: string,
    // biome-ignore lint/suspicious/noExplicitAny: each of Emmett's stores has a type of its own for its events
    events: Array<any>, // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
    options: { readonly expectedStreamVersion: bigint },
  ): Promise<unknown>
}

/** What an event is to Emmett. */
export type EmmettEvent<Type extends string = string, Data = unknown, Metadata = unknown> = {
  readonly type: Type
  readonly data: Data
  readonly metadata: Metadata
}
