import type { Schema } from '@/api/client'

export type FailureCase = Schema<'FailureCase'>
export type ActionName = Schema<'FailureAction'>['action']

export const isOpen = (failure: { state: string }) => failure.state !== 'resolved' && failure.state !== 'dismissed'

/** Why an action cannot be taken, in words; null when it can. */
export function obstacle(failure: FailureCase, action: ActionName): string | null {
  const possible = failure.possibleActions.find((one) => one.action === action)
  return possible && !possible.allowed ? (possible.message ?? possible.code ?? action) : null
}
