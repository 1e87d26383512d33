import type { Schema } from '@/api/client'
import type { Tone } from '@/kit/states'

export type Link = Schema<'DashboardLink'>

export const LINK_TONES: Record<Link['state'], Tone> = {
  ok: 'well',
  slow: 'attention',
  failing: 'person',
  maintenance: 'waits',
  off: 'plain',
}

const WORST_FIRST: Link['state'][] = ['failing', 'slow', 'maintenance', 'ok', 'off']

/** The state that matters most; `off` when no hotel is polled. */
export function worst(links: Link[]): Link['state'] {
  return WORST_FIRST.find((state) => links.some((link) => link.state === state)) ?? 'off'
}

/** When TL-Lincoln was last asked with success, for any of the hotels; null when never. */
export function lastPolled(links: Link[]): string | null {
  return links.reduce<string | null>((latest, { polledWellAt }) => {
    if (!polledWellAt) return latest
    return latest && new Date(latest) >= new Date(polledWellAt) ? latest : polledWellAt
  }, null)
}
