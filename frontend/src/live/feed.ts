import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Something that happened, as the application told it. */
export interface LiveEvent {
  type: 'event'
  cursor: string
  topic: string
  kind: string
  at: string
  data: Record<string, unknown>
}

export interface LiveSnapshot {
  type: 'snapshot'
  cursor: string
  at: string
  /** What was missed is not known any more: read everything anew. */
  gap: boolean
  topics: Record<string, Record<string, unknown>>
}

type Message =
  | LiveEvent
  | LiveSnapshot
  | { type: 'heartbeat'; cursor: string; at: string }
  | { type: 'resync'; cursor: string }
  | { type: 'error'; code: string; message: string }

export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000
/** Twice the time between two heartbeats and a little: whoever is silent longer is gone. */
const SILENCE = 35_000

/**
 * The one connection to the live feed. After a loss it connects again by itself and asks for what it missed, by the
 * cursor of the last message that it saw.
 */
export const useLiveFeed = defineStore('live', () => {
  const state = ref<LiveState>('connecting')
  const lastAt = ref<number | null>(null)
  const refused = ref<string | null>(null)
  const listeners = new Set<(event: LiveEvent) => void>()
  const resets = new Set<() => void>()

  let socket: WebSocket | null = null
  let topics: string[] = []
  let cursor: string | null = null
  let pause = FIRST_PAUSE
  let again: number | undefined
  let silence: number | undefined

  function address(): string {
    const base = window.location.origin.replace(/^http/, 'ws')
    return `${base}/ws/live`
  }

  function subscribe() {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ subscribe: topics, after: cursor }))
  }

  function heard() {
    window.clearTimeout(silence)
    silence = window.setTimeout(() => socket?.close(), SILENCE)
  }

  function receive(message: Message) {
    heard()
    if (message.type === 'error') {
      refused.value = message.code
      return
    }
    if (cursor !== null && message.type === 'snapshot' && message.gap) resets.forEach((reset) => reset())
    cursor = message.cursor
    if (message.type === 'resync') {
      subscribe()
      return
    }
    lastAt.value = Date.now()
    state.value = 'live'
    pause = FIRST_PAUSE
    if (message.type === 'event') listeners.forEach((listener) => listener(message))
  }

  function lost() {
    socket = null
    window.clearTimeout(silence)
    if (topics.length === 0) return
    state.value = navigator.onLine ? 'reconnecting' : 'offline'
    window.clearTimeout(again)
    again = window.setTimeout(connect, pause * (0.8 + Math.random() * 0.4))
    pause = Math.min(LONGEST_PAUSE, pause * 2)
  }

  function connect() {
    if (socket) return
    const opened = new WebSocket(address())
    socket = opened
    opened.onopen = () => {
      if (topics.length === 0) {
        opened.close()
        return
      }
      heard()
      subscribe()
    }
    opened.onmessage = ({ data }) => receive(JSON.parse(String(data)) as Message)
    opened.onclose = lost
  }

  /** Listens to these topics from now on; another set replaces the one before and starts with a snapshot. */
  function listenTo(wanted: string[]) {
    const same = wanted.length === topics.length && wanted.every((topic) => topics.includes(topic))
    if (same) return
    topics = wanted
    cursor = null
    if (socket) subscribe()
    else connect()
  }

  function leave() {
    topics = []
    window.clearTimeout(again)
    // A connection that is not made yet ends itself when it is: to break it off would be an error to the browser.
    if (socket?.readyState !== WebSocket.CONNECTING) socket?.close()
  }

  function onEvent(listener: (event: LiveEvent) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Called when events were missed for good: what is shown has to be read anew. */
  function onReset(reset: () => void): () => void {
    resets.add(reset)
    return () => resets.delete(reset)
  }

  window.addEventListener('online', () => {
    pause = FIRST_PAUSE
    window.clearTimeout(again)
    if (topics.length > 0) connect()
  })
  window.addEventListener('offline', () => (state.value = 'offline'))

  return { state, lastAt, refused, listenTo, leave, onEvent, onReset }
})
