import { expect, it } from 'vitest'
import { faultsOf, formOf, plansIn, rulesOf } from './form'

const RULES = {
  maxUpgradeLevels: 2,
  priceDifferenceLimit: null,
  priceDifferenceLimitPercent: null,
  capacityRequired: true,
  smoking: 'match' as const,
  blackoutDates: [{ from: '2027-04-29', to: '2027-05-05' }],
  freezeDays: 3,
  displacementFirst: false,
  excludedChannels: ['jalan'],
  excludedPlans: ['P1', 'P2'],
  placement: { mode: 'automatic' as const, maxLevels: 1, maxPriceDifference: null },
}

it('sends back what it was given, with an empty field for no limit', () => {
  const form = formOf(RULES)
  expect(form.priceDifferenceLimit).toBe('')
  expect(rulesOf(form)).toEqual(RULES)
})

it('parts plan codes at commas of either script', () => {
  expect(plansIn(' P1、P2, P3，P1 ')).toEqual(['P1', 'P2', 'P3'])
})

it('finds numbers that are none and periods that end before they begin', () => {
  const form = formOf(RULES)
  form.freezeDays = -1
  form.blackoutDates = [
    { from: '2027-05-05', to: '2027-05-05' },
    { from: '2027-05-05', to: '2027-05-04' },
    { from: '', to: '' },
  ]
  expect(faultsOf(form)).toEqual({ numbers: ['freezeDays'], periods: [1, 2] })
})
