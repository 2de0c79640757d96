import type { Policy } from 'einzug'

/** Ten rules of the forms that towns use, in the order in which the table of rules gives them, and five preferences. */
export const policy: Policy = {
  name: 'districts',
  version: '1',
  rules: [
    {
      rule: 'atLeast',
      name: 'room for all',
      flat: 'personsMax',
      asks: { times: 1, of: 'persons' },
      unit: 'persons',
    },
    { rule: 'oneOf', name: 'regime accepted', word: 'household.regime', list: 'flat.regimes' },
    { rule: 'atLeast', name: 'least area', flat: 'area', asks: { times: 9, of: 'persons' }, unit: 'm²' },
    {
      rule: 'atMost',
      name: 'suitable area',
      flat: 'area',
      asks: { byPersons: [50], eachFurther: 15 },
      unit: 'm²',
    },
    { rule: 'atLeast', name: 'rooms', flat: 'rooms', asks: { times: 0.5, of: 'persons' }, unit: 'rooms' },
    {
      rule: 'atMost',
      name: 'rent cap',
      flat: 'coldRent',
      asks: { byPersons: [351, 425, 506, 591, 675], eachFurther: 81, percent: 110 },
      unit: 'EUR',
    },
    { rule: 'implies', name: 'step-free', household: 'needsStepFree', flat: 'stepFree' },
    { rule: 'implies', name: 'pets', household: 'hasPets', flat: 'petsAllowed', unstated: 'allow' },
    { rule: 'oneOf', name: 'districts wanted', word: 'flat.district', list: 'household.districts' },
    { rule: 'noneOf', name: 'districts refused', word: 'flat.district', list: 'household.notDistricts' },
  ],
  ranking: [
    { by: 'tier' },
    { by: 'persons', first: 'most' },
    { by: 'waitingSince' },
    { by: 'lottery', seed: 2016 },
  ],
  preferences: [
    {
      preference: 'closeTo',
      name: 'size',
      points: 100,
      flat: 'area',
      ideal: { byPersons: [45], eachFurther: 15 },
      unit: 'm²',
      perUnit: 2,
    },
    {
      preference: 'closeTo',
      name: 'cheap',
      points: 60,
      flat: 'coldRent',
      ideal: { byPersons: [300, 360, 430, 500], eachFurther: 70 },
      unit: 'EUR',
      perUnit: 0.25,
    },
    {
      preference: 'bonus',
      name: 'bedrooms',
      points: 40,
      when: {
        rule: 'atLeast',
        name: 'bedrooms',
        flat: 'bedrooms',
        asks: { byPersons: [1, 1, 2, 2, 3, 3], eachFurther: 0.5 },
        unit: 'rooms',
      },
    },
    {
      preference: 'bonus',
      name: 'soon',
      points: 20,
      when: { rule: 'atMost', name: 'soon', flat: 'daysUntilFree', asks: { fixed: 14 }, unit: 'days' },
    },
    {
      preference: 'bonus',
      name: 'no stairs',
      points: 30,
      when: { rule: 'implies', name: 'no stairs', household: 'needsStepFree', flat: 'groundFloorOrLift' },
    },
  ],
}
