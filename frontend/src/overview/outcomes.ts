import type { Schema } from '@/api/client'

type Outcomes = Pick<
  Schema<'DashboardHour'>,
  'imported' | 'modified' | 'cancelled' | 'rejected' | 'rejectedByClass' | 'pending'
>

/** The four fates that the chart tells apart; `total` is their sum. */
export interface Fates {
  reflected: number
  rejected: number
  repeated: number
  pending: number
  total: number
}

export const FATES = ['reflected', 'rejected', 'repeated', 'pending'] as const

/** A repetition is rejected, too, but asks nothing of anybody. */
export function fates(outcomes: Outcomes): Fates {
  const repeated = outcomes.rejectedByClass.DUPLICATE ?? 0
  const counted = {
    reflected: outcomes.imported + outcomes.modified + outcomes.cancelled,
    rejected: outcomes.rejected - repeated,
    repeated,
    pending: outcomes.pending,
  }
  return { ...counted, total: counted.reflected + counted.rejected + counted.repeated + counted.pending }
}

export function sum(all: Fates[]): Fates {
  const total: Fates = { reflected: 0, rejected: 0, repeated: 0, pending: 0, total: 0 }
  for (const one of all) for (const fate of [...FATES, 'total' as const]) total[fate] += one[fate]
  return total
}
