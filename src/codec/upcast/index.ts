export { decodeStored, upcast } from './upcast.ts'
