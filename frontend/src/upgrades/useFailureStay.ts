import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'
import type { Asked } from './asked'

type Case = Schema<'FailureCase'>

async function codesOf(hotel: string, roomType: string, channel: string | null | undefined): Promise<string[]> {
  const { items } = await body(
    api.GET('/api/v1/hotels/{hotel}/mappings', { params: { path: { hotel }, query: { limit: 500 } } }),
  )
  return items
    .filter((one) => one.roomType === roomType && (one.channel === '*' || one.channel === channel))
    .map((one) => one.code)
}

/** What a failed booking asks for: the type that lacks rooms, with the rooms that the OTA sold as it. */
async function stayOf(failure: Case): Promise<Partial<Asked>> {
  const stay = failure.translated?.stay
  if (!stay) return {}
  const roomType = failure.facts.roomType
  const codes = roomType ? await codesOf(failure.hotel, roomType, failure.channel) : []
  const sold = stay.rooms.filter((room) => codes.includes(room.code))
  const rooms = sold.length > 0 ? sold : stay.rooms
  return {
    ...(roomType ? { roomType } : {}),
    checkIn: stay.checkIn,
    checkOut: stay.checkOut,
    guests: Math.max(1, ...rooms.map((room) => room.adults + room.children)),
    rooms: Math.max(1, rooms.length),
    ...(failure.channel ? { channel: failure.channel } : {}),
    ...(stay.planCode ? { plan: stay.planCode } : {}),
  }
}

/** The failed booking that the address names, and the stay that it asks for. */
export function useFailureStay(id: Ref<number | null>) {
  const query = useQuery({
    queryKey: computed(() => ['failure', 'stay', id.value]),
    queryFn: async () => {
      const failure = await body(api.GET('/api/v1/failures/{id}', { params: { path: { id: id.value ?? 0 } } }))
      return { failure, stay: await stayOf(failure) }
    },
    enabled: computed(() => id.value !== null),
    placeholderData: undefined,
  })
  return { ...query, found: computed(() => (id.value === null ? null : (query.data.value ?? null))) }
}
