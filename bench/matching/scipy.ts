import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Absent, type Engine } from './engine.ts'
import { nativePeer } from './native.ts'

const program = fileURLToPath(new URL('../peers/scipy_matching.py', import.meta.url))

const scipy = (method: 'sparse' | 'dense', most: number): Engine => ({
  most,
  inProcess: false,
  prepare: (instance, room) => {
    const trial = spawnSync('python3', ['-c', 'import scipy'])
    if (trial.status !== 0) throw new Absent('needs python3 with scipy')
    return nativePeer(['python3', program, method], instance, room)
  },
})

/** `scipy.sparse.csgraph.min_weight_full_bipartite_matching`: LAPJVsp, on the pairs alone. */
export const scipySparse = scipy('sparse', Infinity)

/** `scipy.optimize.linear_sum_assignment`: a modified Jonker-Volgenant, on the whole matrix. */
export const scipyDense = scipy('dense', 5_000)
