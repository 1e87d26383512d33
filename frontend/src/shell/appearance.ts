import { ref } from 'vue'

export type Appearance = 'light' | 'dark'
const STORED = 'toritsugi.appearance'

function first(): Appearance {
  const stored = localStorage.getItem(STORED)
  if (stored === 'light' || stored === 'dark') return stored
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const appearance = ref<Appearance>('light')

export function wear(wanted: Appearance): void {
  appearance.value = wanted
  document.documentElement.classList.toggle('dark', wanted === 'dark')
}

export function choose(wanted: Appearance): void {
  localStorage.setItem(STORED, wanted)
  wear(wanted)
}

wear(first())
