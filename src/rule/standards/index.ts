export { canadianNos } from './canadian-nos.ts'
export { eurostatRooms } from './eurostat-rooms.ts'
export { type Overcrowding, overcrowdingOf } from './housing-act-1985.ts'
export { contravenesRoomStandard, housingActRooms } from './housing-act-room.ts'
export {
  contravenesSpaceStandard,
  countedPersons,
  permittedByRooms,
  permittedNumber,
} from './housing-act-space.ts'
export { type MinimumArea, nrwMinimumArea, nrwMinimumAreas, nrwMinimumRoomArea } from './nrw-minimum-area.ts'
export {
  nrwSizeExcess,
  nrwSuitableSize,
  nrwSuitableSizes,
  type SizeExcess,
  type SuitableSizes,
} from './nrw-suitable-size.ts'
export { ukBedroomStandard } from './uk-bedroom-standard.ts'
