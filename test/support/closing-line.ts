import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with one line that says how it went, `N passed, N failed`; before it, how many were skipped, if any. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) count[test.result().state] += 1
      if (module.state() === 'failed' && !tests.some(test => test.result().state === 'failed'))
        count.failed += 1
    }
    process.on('exit', () => {
      if (count.skipped > 0) console.log(`${count.skipped} skipped`)
      console.log(`${count.passed} passed, ${count.failed} failed`)
    })
  }
}
