import type { Tone } from '@/kit/states'

const TONES: Record<string, Tone> = { confirmed: 'well', checked_in: 'act', departed: 'plain', cancelled: 'plain' }

export const toneOfReservation = (status: string): Tone => TONES[status] ?? 'plain'
