import type { Schema } from '@/api/client'
import { relation, type Kind, type Relation } from './relations'

/** Types and relations to test with. */
export function roomType(code: string, baseRate: number, capacity = 2): Schema<'RoomType'> {
  return { code, name: code, baseRate, capacity, smoking: false, rooms: 20 }
}

export function joined(text: string, kind: Kind = 'up'): Relation {
  const [, from = '', priority = '', to = ''] = /^(\w+)-(\d+)->(\w+)$/.exec(text) ?? []
  return relation(from, to, Number(priority), kind)
}

export const off = (edge: Relation): Relation => ({ ...edge, active: false })
