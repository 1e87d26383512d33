import { expect, it } from 'vitest'
import { speak } from '@/i18n'
import { validity } from './validity'
import './words'

it('says for which arrivals a mapping holds', () => {
  speak('en')
  expect(validity({})).toBe('always')
  expect(validity({ validFrom: '2027-04-01', validTo: null })).toBe('from 2027-04-01')
  expect(validity({ validFrom: null, validTo: '2027-09-30' })).toBe('until 2027-09-30')
  expect(validity({ validFrom: '2027-04-01', validTo: '2027-09-30' })).toBe('2027-04-01 to 2027-09-30')
})
