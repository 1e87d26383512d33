import { onBeforeUnmount, onMounted } from 'vue'

/** Whether somebody is typing, so that a letter is a letter. */
export function typing(event: KeyboardEvent): boolean {
  const at = event.target
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))
}

/** j and k go down and up in a list, Enter opens: every list has them. */
export function useListKeys(list: {
  size: () => number
  at: () => number
  go: (index: number) => void
  open: () => void
}): void {
  function pressed(event: KeyboardEvent) {
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]'))
      return
    if (event.key === 'j') list.go(Math.min(list.size() - 1, list.at() + 1))
    else if (event.key === 'k') list.go(Math.max(0, list.at() - 1))
    else if (event.key === 'Enter' && list.at() >= 0 && event.target === document.body) list.open()
    else return
    event.preventDefault()
  }
  onMounted(() => window.addEventListener('keydown', pressed))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed))
}
