import { useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { api, body, type Schema } from '@/api/client'

export type RoomType = Schema<'RoomType'>

/** The room types of a hotel, by code: one list for all pages. */
export function useRoomTypes(hotel: Ref<string>) {
  return useQuery({
    queryKey: ['roomTypes', hotel],
    staleTime: 60_000,
    queryFn: async (): Promise<RoomType[]> => {
      const params = { path: { hotel: hotel.value }, query: { limit: 500 } }
      return (await body(api.GET('/api/v1/hotels/{hotel}/room-types', { params }))).items
    },
  })
}
