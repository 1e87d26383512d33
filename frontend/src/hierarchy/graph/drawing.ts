import { computed, inject, ref, type InjectionKey } from 'vue'
import type { Connection, OnConnectStartParams } from '@vue-flow/core'
import type { Draft } from '../draft'
import { closingTypes } from '../model/cycles'

/** A line being drawn: which types it may not reach, and what becomes of it where it ends. */
export function useDrawing(draft: Draft) {
  const begun = ref<{ type: string; role: 'source' | 'target' } | null>(null)
  let arrived = false

  const closing = computed(() =>
    begun.value ? closingTypes(draft.edges.value, begun.value.type, begun.value.role) : new Set<string>(),
  )

  function start({ nodeId, handleType }: OnConnectStartParams) {
    arrived = false
    begun.value = nodeId ? { type: nodeId, role: handleType === 'target' ? 'target' : 'source' } : null
  }

  function arrive({ source, target }: Connection) {
    arrived = true
    draft.connect(source, target)
  }

  /** Let go over the box of a type rather than its dot: meant all the same. */
  function end(event?: MouseEvent) {
    const from = begun.value
    begun.value = null
    if (!from || arrived || !event) return
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('.vue-flow__node')
    const type = over?.getAttribute('data-id')
    if (!type || type === from.type) return
    if (from.role === 'source') draft.connect(from.type, type)
    else draft.connect(type, from.type)
  }

  return { begun, closing, start, arrive, end }
}

export type Drawing = ReturnType<typeof useDrawing>

export const DRAWING: InjectionKey<Drawing> = Symbol('drawing')

export function useCurrentDrawing(): Drawing {
  const drawing = inject(DRAWING)
  if (!drawing) throw new Error('Nothing is drawn here')
  return drawing
}
