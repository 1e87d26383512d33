import { ref } from 'vue'
import { ProblemError, UnreachableError } from '@/api/problem'
import { i18n } from '@/i18n'

export interface Toast {
  id: number
  tone: 'well' | 'person'
  text: string
  code?: string
  /** What takes back what was just done. */
  undo?: () => void
}

export const toasts = ref<Toast[]>([])
let last = 0

export function dropToast(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id)
}

/** Says what was done, for eight seconds; with `undo`, a way back. */
export function say(text: string, undo?: () => void): void {
  const id = ++last
  toasts.value = [...toasts.value.slice(-3), { id, tone: 'well', text, undo }]
  window.setTimeout(() => dropToast(id), 8_000)
}

/** Says what was refused, until it is closed. */
export function sayRefused(error: Error): void {
  const problem = error instanceof ProblemError ? error.problem : null
  const text =
    error instanceof UnreachableError
      ? i18n.global.t('kit.unreachable')
      : (problem?.detail ?? problem?.title ?? error.message)
  toasts.value = [...toasts.value.slice(-3), { id: ++last, tone: 'person', text, code: problem?.code }]
}
