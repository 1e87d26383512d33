import type { Rules } from '../stored'

/** The rules as they are typed: a number that is empty is no limit. */
export interface RulesForm {
  maxUpgradeLevels: number | ''
  priceDifferenceLimit: number | ''
  priceDifferenceLimitPercent: number | ''
  capacityRequired: boolean
  smoking: 'match' | 'any'
  blackoutDates: { from: string; to: string }[]
  freezeDays: number | ''
  displacementFirst: boolean
  excludedChannels: string[]
  excludedPlans: string
  placement: 'suggest' | 'automatic'
  placementLevels: number | ''
  placementPrice: number | ''
}

export const NUMBERS = [
  'maxUpgradeLevels',
  'priceDifferenceLimit',
  'priceDifferenceLimitPercent',
  'freezeDays',
  'placementLevels',
  'placementPrice',
] as const
export type NumberField = (typeof NUMBERS)[number]

const typed = (value: number | null | undefined): number | '' => value ?? ''
const meant = (value: number | ''): number | null => (value === '' ? null : value)

export function formOf(rules: Rules): RulesForm {
  return {
    maxUpgradeLevels: typed(rules.maxUpgradeLevels),
    priceDifferenceLimit: typed(rules.priceDifferenceLimit),
    priceDifferenceLimitPercent: typed(rules.priceDifferenceLimitPercent),
    capacityRequired: rules.capacityRequired ?? true,
    smoking: rules.smoking ?? 'any',
    blackoutDates: (rules.blackoutDates ?? []).map((period) => ({ ...period })),
    freezeDays: typed(rules.freezeDays),
    displacementFirst: rules.displacementFirst ?? false,
    excludedChannels: [...(rules.excludedChannels ?? [])],
    excludedPlans: (rules.excludedPlans ?? []).join(', '),
    placement: rules.placement?.mode ?? 'suggest',
    placementLevels: typed(rules.placement?.maxLevels),
    placementPrice: typed(rules.placement?.maxPriceDifference),
  }
}

export function rulesOf(form: RulesForm): Rules {
  return {
    maxUpgradeLevels: meant(form.maxUpgradeLevels),
    priceDifferenceLimit: meant(form.priceDifferenceLimit),
    priceDifferenceLimitPercent: meant(form.priceDifferenceLimitPercent),
    capacityRequired: form.capacityRequired,
    smoking: form.smoking,
    blackoutDates: form.blackoutDates.map((period) => ({ ...period })),
    freezeDays: meant(form.freezeDays),
    displacementFirst: form.displacementFirst,
    excludedChannels: [...form.excludedChannels],
    excludedPlans: plansIn(form.excludedPlans),
    placement: {
      mode: form.placement,
      maxLevels: meant(form.placementLevels),
      maxPriceDifference: meant(form.placementPrice),
    },
  }
}

/** Plan codes with commas between them, Japanese ones too. */
export function plansIn(text: string): string[] {
  return [...new Set(text.split(/[,、，\s]+/).filter(Boolean))]
}

export interface FormFaults {
  numbers: NumberField[]
  /** Which periods end before they begin, or lack a date. */
  periods: number[]
}

export function faultsOf(form: RulesForm): FormFaults {
  return {
    numbers: NUMBERS.filter((field) => !(form[field] === '' || (Number.isInteger(form[field]) && form[field] >= 0))),
    periods: form.blackoutDates.flatMap(({ from, to }, index) => (from && to && from <= to ? [] : [index])),
  }
}
