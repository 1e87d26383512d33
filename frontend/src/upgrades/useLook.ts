import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, body } from '@/api/client'
import { useHotel } from '@/shell/hotel'
import type { Asked } from './asked'
import type { Look } from './look'

async function look(hotel: string, asked: Asked): Promise<Look> {
  const path = { hotel }
  const [suggestion, nights, hierarchy] = await Promise.all([
    body(api.GET('/api/v1/hotels/{hotel}/upgrades', { params: { path, query: asked } })),
    body(
      api.GET('/api/v1/hotels/{hotel}/inventory', {
        params: { path, query: { from: asked.checkIn, to: asked.checkOut } },
      }),
    ),
    body(api.GET('/api/v1/hotels/{hotel}/hierarchy', { params: { path } })),
  ])
  return { asked, suggestion, nights: nights.items, edges: hierarchy.edges }
}

/** The answer to a stay with what it rests on, read together. */
export function useLook(asked: Ref<Asked | null>) {
  const { code } = useHotel()
  return useQuery({
    queryKey: computed(() => ['upgrades', code.value, 'look', asked.value]),
    queryFn: () => {
      if (!asked.value) throw new Error('No stay to look for')
      return look(code.value, asked.value)
    },
    enabled: computed(() => asked.value !== null),
  })
}
