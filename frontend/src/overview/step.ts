import type { Schema } from '@/api/client'
import { clock } from '@/i18n/formats'
import { i18n } from '@/i18n'

type Case = Schema<'DashboardCase'>
const { t } = i18n.global

/** What a button for the next step says; null when nobody has to do anything. */
export function stepWords({ next }: Case): string | null {
  if (next.action === 'wait') return null
  return t(`overview.steps.${next.action}`, { roomType: next.roomType ?? '' })
}

/** What happens without anybody. */
export function waitWords(waiting: Case, zone: string): string {
  if (waiting.class === 'OUT_OF_ORDER') return t('overview.waits.OUT_OF_ORDER')
  return waiting.next.at ? t('overview.waits.at', { at: clock(waiting.next.at, zone) }) : t('overview.waits.other')
}

/** The first case for which somebody has to do something: its step is the page's one filled button. */
export const firstForAPerson = (cases: Case[]): number => cases.findIndex((one) => one.next.action !== 'wait')
