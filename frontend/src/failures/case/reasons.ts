import type { Schema } from '@/api/client'
import { dateWithWeekday } from '@/i18n/formats'

type Reason = Schema<'NoUpgradeReason'>

/** `capacity=2 guests=3`, as the engine writes what it compared. */
export function factsOf(detail: string | null | undefined): Record<string, string> {
  const pairs = [...(detail ?? '').matchAll(/(\w+)=(\S+)/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]))
}

const RULES = ['max_levels', 'price_difference', 'smoking', 'blackout', 'channel', 'plan']

/** The words for a reason: the last part of their key, and what stands in them. */
export function wordsOf(reason: Reason): { key: string; facts: Record<string, string> } {
  const facts = {
    ...factsOf(reason.detail),
    night: reason.night ? dateWithWeekday(reason.night) : '',
    code: reason.code,
  }
  const last = reason.code.split('.').at(-1) ?? ''
  const known = ['full', 'capacity', 'no_relation', ...RULES].includes(last)
  return { key: known ? last : 'other', facts }
}

/** The reasons type by type, in the order of the proof. */
export function byType(reasons: Reason[]): { roomType: string; reasons: Reason[] }[] {
  const types = new Map<string, Reason[]>()
  for (const reason of reasons) types.set(reason.roomType, [...(types.get(reason.roomType) ?? []), reason])
  return [...types].map(([roomType, ofType]) => ({ roomType, reasons: ofType }))
}
