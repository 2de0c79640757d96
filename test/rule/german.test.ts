import { judge, type Rule, type Verdict } from 'einzug'
import { describe, expect, test } from 'vitest'
import { ruleMessages } from '../../src/rule/language.ts'
import { phrase } from '../../src/rule/sentence.ts'
import { day, home, household } from './town.ts'

const says = (rule: object, verdict: object): string =>
  phrase(ruleMessages.de, { name: '', ...rule } as Rule, verdict as Verdict)

describe('what rules say in German', () => {
  test('amounts: money with a decimal comma, a unit for each count', () => {
    const { amount } = ruleMessages.de
    expect(amount(138_610, 'cent')).toBe('1.386,10 €')
    expect(amount(-5, 'cent')).toBe('-0,05 €')
    expect(amount(58.5, 'm²')).toBe('58,5 m²')
    expect([amount(1, 'persons'), amount(2, 'persons')]).toEqual(['1 Person', '2 Personen'])
  })

  test('each form of rule, as it fails', () => {
    const seeker = household({
      persons: 2,
      needs: { stepFree: true, pets: true },
      wishes: { districts: ['Nord'] },
    })
    const flat = home({
      stepFree: false,
      petsAllowed: false,
      floor: 2,
      lift: false,
      landlord: { regimes: ['none'] },
    })
    const failing = (rule: object): string => {
      const named = { name: '', ...rule } as Rule
      return says(named, judge(named, seeker, flat, day, { near: () => false }))
    }
    expect(failing({ rule: 'atLeast', flat: 'rooms', asks: { fixed: 3 }, unit: 'rooms' })).toBe(
      'erforderlich: 3 Zimmer, vorhanden: 2',
    )
    expect(failing({ rule: 'atLeast', flat: 'area', asks: { fixed: 58.5 }, unit: 'm²' })).toBe(
      'erforderlich: 58,5 m², vorhanden: 48 m²',
    )
    expect(failing({ rule: 'atMost', flat: 'coldRent', asks: { fixed: 425 }, unit: 'EUR' })).toBe(
      'Nettokaltmiete: 460,00 €, 35,00 € über der Obergrenze von 425,00 €',
    )
    expect(failing({ rule: 'implies', household: 'needsStepFree', flat: 'stepFree' })).toBe(
      'der Haushalt benötigt einen stufenlosen Zugang, die Wohnung hat keinen',
    )
    expect(failing({ rule: 'implies', household: 'needsStepFree', flat: 'groundFloorOrLift' })).toBe(
      'der Haushalt benötigt einen stufenlosen Zugang, die Wohnung liegt weder im Erdgeschoss noch an einem Aufzug',
    )
    expect(failing({ rule: 'implies', household: 'hasPets', flat: 'petsAllowed' })).toBe(
      'der Haushalt hält Haustiere, die Wohnung lässt keine zu',
    )
    expect(failing({ rule: 'oneOf', word: 'flat.district', list: 'household.districts' })).toBe(
      'Ortsteil Mitte gehört nicht zu den gewünschten: Nord',
    )
    expect(failing({ rule: 'oneOf', word: 'household.regime', list: 'flat.regimes' })).toBe(
      'Rechtskreis AsylbLG gehört nicht zu den vom Vermieter akzeptierten: none',
    )
    expect(failing({ rule: 'noneOf', word: 'flat.district', list: ['Mitte'] })).toBe(
      'Ortsteil Mitte gehört zu den aufgeführten',
    )
    expect(failing({ rule: 'where', predicate: 'near' })).toBe('erfüllt „near“ nicht')
    expect(failing({ rule: 'atMost', flat: 'coldRentShare', asks: { fixed: 425 }, unit: 'EUR' })).toBe(
      'zu zahlende Nettokaltmiete: 460,00 €, 35,00 € über der Obergrenze von 425,00 €',
    )
    expect(says({ rule: 'residenceDuty' }, { _tag: 'Fails', asked: 'Dülmen', found: 'Coesfeld' })).toBe(
      'Wohnsitzauflage für Dülmen, die Wohnung liegt in Coesfeld',
    )
    expect(
      says({ rule: 'atMost', flat: 'coldRent' }, { _tag: 'Abstains', because: 'household does not say' }),
    ).toBe('wovon die Grenze abhängt, ist für den Haushalt und den Tag nicht erfasst')
  })

  test('what is not said', () => {
    const unsaid = { _tag: 'Fails', asked: 1, found: null }
    expect(says({ rule: 'atLeast', flat: 'bedrooms' }, unsaid)).toBe(
      'zur Wohnung fehlt die Angabe „Zahl der Schlafzimmer“',
    )
    expect(says({ rule: 'implies', flat: 'stepFree' }, unsaid)).toBe(
      'es ist nicht angegeben, ob die Wohnung stufenlos zugänglich ist',
    )
    expect(says({ rule: 'where', predicate: 'near' }, unsaid)).toBe('die Prüfung „near“ ist nicht bekannt')
    expect(says({ rule: 'atLeast' }, { _tag: 'Passes' })).toBe('passt')
  })

  test('counts in every quantity', () => {
    const asks = Object.entries(ruleMessages.de.asks).map(([quantity, told]) => [quantity, told('2', false)])
    expect(new Set(asks.map(([, told]) => told)).size).toBe(asks.length)
  })
})
