import { onBeforeUnmount, onMounted } from 'vue'
import { typing } from '@/kit/listKeys'
import type { Draft } from './draft'

const mac = /Mac|iPhone|iPad/.test(navigator.platform)

export const UNDO_KEYS = mac ? '⌘Z' : 'Ctrl+Z'
export const REDO_KEYS = mac ? '⇧⌘Z' : 'Ctrl+Shift+Z'

/** Whether the keys belong to a text that is being typed: a choice or a tick has no undo of its own. */
function typingText(event: KeyboardEvent): boolean {
  const at = event.target
  if (at instanceof HTMLSelectElement) return false
  if (at instanceof HTMLInputElement && ['checkbox', 'radio'].includes(at.type)) return false
  return typing(event)
}

/** Ctrl+Z takes back, Ctrl+Shift+Z (and Ctrl+Y) does again. */
export function useEditKeys(draft: Draft, mayEdit: () => boolean): void {
  function pressed(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || typingText(event) || !mayEdit()) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) draft.undo()
    else if (key === 'z' || key === 'y') draft.redo()
    else return
    event.preventDefault()
  }
  onMounted(() => window.addEventListener('keydown', pressed))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed))
}
