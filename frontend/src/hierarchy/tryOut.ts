import { useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { api, body } from '@/api/client'

interface Stay {
  roomType: Ref<string>
  checkIn: Ref<string>
  checkOut: Ref<string>
  guests: Ref<number>
}

/** What a stay would be offered, and how free the house is on its nights. */
export function useTryOut(hotel: Ref<string>, stay: Stay, sound: Ref<boolean>) {
  const { roomType, checkIn, checkOut, guests } = stay
  const suggestion = useQuery({
    queryKey: ['upgrades', hotel, roomType, checkIn, checkOut, guests],
    queryFn: () =>
      body(
        api.GET('/api/v1/hotels/{hotel}/upgrades', {
          params: {
            path: { hotel: hotel.value },
            query: {
              roomType: roomType.value,
              checkIn: checkIn.value,
              checkOut: checkOut.value,
              guests: guests.value,
            },
          },
        }),
      ),
    enabled: sound,
  })
  const nights = useQuery({
    queryKey: ['inventory', hotel, 'nights', checkIn, checkOut],
    queryFn: () =>
      body(
        api.GET('/api/v1/hotels/{hotel}/inventory', {
          params: { path: { hotel: hotel.value }, query: { from: checkIn.value, to: checkOut.value } },
        }),
      ),
    enabled: sound,
  })
  return { suggestion, nights }
}
