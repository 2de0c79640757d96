/**
 * The arrows of the house: for each room, the rooms it may know. Whatever is not listed is forbidden.
 * @type {Record<string, ReadonlyArray<string>>}
 */
const arrows = {
  domain: [],
  table: [],
  matching: [],
  mechanism: ['matching'],
  rule: ['domain'],
  event: ['domain', 'rule'],
  codec: ['domain', 'rule', 'event', 'decider'], // of the decider, the types of the commands alone
  decider: ['domain', 'rule', 'event', 'table'],
  projection: ['domain', 'rule', 'event', 'table'],
  report: ['domain', 'rule', 'event', 'projection', 'allocation'],
  store: ['domain', 'event', 'codec', 'decider'],
  emmett: ['domain', 'event', 'decider', 'store'],
  allocation: ['domain', 'rule', 'event', 'matching', 'mechanism', 'decider'], // of events, what was recorded of an allocation
}

/** The packages a room may use beside fp-ts. */
const packages = {
  codec: ['io-ts'],
  decider: ['immer'],
  domain: ['@noble/hashes', 'safe-stable-stringify'],
  matching: [],
  mechanism: [],
  report: ['@noble/hashes', 'vega', 'vega-lite'],
  store: ['@noble/hashes', 'io-ts'],
  testing: ['fast-check'],
}

const rooms = Object.keys({ ...arrows, testing: [] })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(arrows).map(([room, known]) => ({
      name: `${room}-knows-only-its-own`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...known].join('|')})/` },
    })),
    ...rooms.map(room => ({
      name: `packages-of-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: {
        path: 'node_modules/',
        pathNot: `node_modules/(${[...(['matching', 'mechanism'].includes(room) ? [] : ['fp-ts']), ...(packages[room] ?? [])].join('|') || 'none'})/`,
      },
    })),
    { name: 'no-node-builtins', severity: 'error', from: { path: '^src' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'no-undeclared',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['npm-peer'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    combinedDependencies: false,
  },
}
