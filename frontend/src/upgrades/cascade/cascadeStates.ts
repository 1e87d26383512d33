import type { Tone } from '@/kit/states'

const TONES: Record<string, Tone> = {
  proposed: 'attention',
  applied: 'well',
  undone: 'plain',
  rejected: 'plain',
  outdated: 'plain',
}

export const toneOfCascade = (state: string): Tone => TONES[state] ?? 'plain'
