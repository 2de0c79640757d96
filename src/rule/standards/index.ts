export { canadianNos } from './canadian-nos.ts'
export { eurostatRooms } from './eurostat-rooms.ts'
export { ukBedroomStandard } from './uk-bedroom-standard.ts'
