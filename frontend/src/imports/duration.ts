import { span } from '@/i18n/formats'

/** How long something of milliseconds or days took: `21 ms`, `1.4 s`, `3 h 28 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(1, Math.round(milliseconds))} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`
  return span(milliseconds)
}

/** From the receipt to what became of it; null while it is open. */
export function tookUntilSettled(receivedAt: string, settledAt: string | null | undefined): string | null {
  return settledAt ? duration(new Date(settledAt).getTime() - new Date(receivedAt).getTime()) : null
}
