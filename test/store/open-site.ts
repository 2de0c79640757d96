import type { Command } from 'einzug'

/** A small command that is accepted once for each site. */
export const openSite = (id: string, siteId = 'S1'): Command =>
  ({
    type: 'OpenSite',
    id,
    data: { on: '2016-01-04', site: { id: siteId, kind: 'municipal', places: 80 } },
  }) as unknown as Command
