import type { NewEvent } from 'einzug/store'

/** A small event that every store takes. */
export const siteClosed = (commandId: string): NewEvent =>
  ({
    type: 'SiteClosed',
    data: { on: '2016-01-04', siteId: 'S1' },
    envelope: { commandId },
  }) as unknown as NewEvent
