import { expect, it } from 'vitest'
import { missingCodes } from './unmapped'

const line = (code: string, channel: string, nearestArrival: string, score: number) => ({
  code,
  channel,
  names: ['スイート'],
  groups: [],
  failures: 5,
  nearestArrival,
  firstSeen: '2027-01-01T00:00:00Z',
  lastSeen: '2027-01-01T00:00:00Z',
  proposals: [{ roomType: 'JPN', reason: 'name' as const, score, basis: [] }],
})

it('takes what several channels send for one code, and the nearest arrivals first', () => {
  const codes = missingCodes([
    line('0012', 'jalan', '2027-03-01', 0.5),
    line('0011', 'jalan', '2027-02-02', 0.5),
    line('0011', 'ikyu', '2027-02-01', 0.8),
  ])
  expect(codes.map(({ code }) => code)).toEqual(['0011', '0012'])
  expect(codes[0]).toMatchObject({
    channels: ['jalan', 'ikyu'],
    names: ['スイート'],
    failures: 10,
    nearestArrival: '2027-02-01',
    proposals: [{ roomType: 'JPN', score: 0.8 }],
  })
})
