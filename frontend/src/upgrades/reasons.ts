import { channelName } from '@/kit/states'
import { shortDate, weekday, yen } from '@/i18n/formats'
import { i18n, language } from '@/i18n'

/** Why a type is no option: its code, the night and the numbers behind it. */
export interface Reason {
  code: string
  night?: string | null
  detail?: string | null
}

/** A night in a sentence: `5/14（金）`. */
export function night(date: string): string {
  return language.value === 'ja' ? `${shortDate(date)}（${weekday(date)}）` : `${weekday(date)} ${shortDate(date)}`
}

/** The numbers behind a reason, `free=0 rooms=1`, by their names. */
export function numbersOf(detail: string | null | undefined): Record<string, string> {
  const pairs = [...(detail ?? '').matchAll(/(\w+)=(.*?)(?=\s\w+=|$)/g)]
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]))
}

function money(amount: string | undefined): string {
  if (amount === undefined) return ''
  return /^-?\d+$/.test(amount) ? yen(Number(amount)) : amount
}

/** A reason in words. */
export function reasonText(reason: Reason): string {
  const say = (key: string, named: Record<string, unknown> = {}, count = 1) =>
    i18n.global.t(`upgrades.reasons.${key}`, named, count)
  const found = numbersOf(reason.detail)
  const at = reason.night ? night(reason.night) : ''
  switch (reason.code) {
    case 'upgrade.full': {
      const more = Number(found.nights ?? 1) - 1
      const first =
        found.free && found.free !== '0' ? say('short', { night: at, ...found }) : say('full', { night: at })
      return more > 0
        ? `${first}${language.value === 'ja' ? '、' : ', '}${say('fullMore', { count: more }, more)}`
        : first
    }
    case 'upgrade.capacity':
      return say('capacity', found)
    case 'upgrade.rule.max_levels':
      return say('max_levels', found)
    case 'upgrade.rule.price_difference':
      return say('price_difference', { difference: money(found.difference), limit: money(found.limit) })
    case 'upgrade.rule.smoking':
      return say(found.smoking === 'false' ? 'nonSmoking' : 'smoking')
    case 'upgrade.rule.blackout':
      return say('blackout', { night: at })
    case 'upgrade.rule.channel':
      return say('channel', { channel: channelName(found.channel ?? '') })
    case 'upgrade.rule.plan':
      return say('plan', found)
    case 'upgrade.no_relation':
      return say('no_relation')
    case 'upgrade.rules':
      return say('rules')
    case 'upgrade.free':
      return say('free')
    case 'cascade.too_few_movable':
      return say('too_few_movable')
    default:
      return say('other')
  }
}
