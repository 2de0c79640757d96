import { readFile, writeFile } from 'node:fs/promises'
import { defineConfig, type Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/**
 * `fp-ts/Either` is a directory import: bundlers read its package.json, Node's ESM loader refuses it.
 * For Node output, rewrite it to the one spelling every loader accepts: `fp-ts/lib/Either.js`.
 */
const nodeSafeFpTs: Plugin = {
  name: 'node-safe-fp-ts',
  setup(build) {
    build.onResolve({ filter: /^(fp-ts|io-ts)(\/[A-Za-z]+)?$/ }, ({ path }) => ({
      path: path.includes('/') ? `${path.replace('/', '/lib/')}.js` : path,
      external: true,
      sideEffects: false,
    }))
  },
}

/**
 * tsup makes a `require` of every `import()` in CJS output. Vega is an ES module with top-level await, which only
 * `import()` can load: put it back.
 */
const importsStay: NonNullable<Options['plugins']>[number] = {
  name: 'imports-stay',
  async buildEnd({ writtenFiles }) {
    const required =
      /Promise\.resolve\(\)\.then\(\(\) => _interopRequireWildcard\(require\(("vega(?:-lite)?")\)\)\)/g
    for (const { name } of writtenFiles.filter(file => file.name.endsWith('.cjs'))) {
      const code = await readFile(name, 'utf8')
      if (required.test(code)) await writeFile(name, code.replace(required, 'import($1)'))
    }
  },
}

const shared: Options = {
  entry: {
    index: 'src/index.ts',
    matching: 'src/matching/index.ts',
    'matching/assignment': 'src/matching/assignment/index.ts',
    'matching/units': 'src/matching/units/index.ts',
    'matching/live': 'src/matching/live/index.ts',
    mechanism: 'src/mechanism/index.ts',
    codec: 'src/codec/index.ts',
    report: 'src/report/index.ts',
    store: 'src/store/index.ts',
    emmett: 'src/emmett/index.ts',
    testing: 'src/testing/index.ts',
  },
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  splitting: true,
}

export default defineConfig([
  {
    ...shared,
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } }, // tsup 8 sets baseUrl, which TypeScript 6 deprecates
    outDir: 'dist',
    noExternal: [/^(fp-ts|io-ts)(\/|$)/], // hands the specifier to the plugin above, which keeps it external
    esbuildPlugins: [nodeSafeFpTs],
    plugins: [importsStay],
  },
  { ...shared, format: ['esm'], outDir: 'dist/bundler' },
])
