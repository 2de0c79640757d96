import { defineConfig } from 'vitest/config'
import { doctest } from '../test/support/doctest.ts'

const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  root,
  plugins: [doctest()],
  resolve: {
    alias: [
      { find: /^einzug$/, replacement: `${root}src/index.ts` },
      { find: /^einzug\/(.*)$/, replacement: `${root}src/$1/index.ts` },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    isolate: false, // what is imported keeps no state that a test could see, and half the time went into importing
    maxWorkers: '100%', // all cores; the default leaves one idle
    testTimeout: 120_000, // guards against hanging, not measurements
    hookTimeout: 120_000,
    reporters: ['default', './test/support/closing-line.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text', 'html', 'lcov'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
})
