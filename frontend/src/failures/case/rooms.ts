import type { Schema } from '@/api/client'

/** Rooms that are alike, as one line. */
export interface RoomLine {
  code: string
  name: string
  count: number
}

export function roomLines(rooms: Schema<'BookedRoom'>[]): RoomLine[] {
  const lines = new Map<string, RoomLine>()
  for (const { code, name } of rooms) {
    const key = `${code} ${name ?? ''}`
    const line = lines.get(key) ?? { code, name: name ?? '', count: 0 }
    lines.set(key, { ...line, count: line.count + 1 })
  }
  return [...lines.values()]
}
