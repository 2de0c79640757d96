/**
 * Columns that hold several rows (many-to-one matching): who first, then where, with a proof.
 *
 * @packageDocumentation
 */
export { solveUnits, type UnitsSolution } from './solve-units.ts'
export { type UnitsError, type UnitsProblem, unitsProblem } from './units.ts'
export { type UnitsFlaw, verifyUnits } from './verify-units.ts'
