import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { plusDays, today } from '@/i18n/formats'
import { useHotel } from '@/shell/hotel'
import { useRoomTypes } from '@/shell/roomTypes'
import { askedIn, asQuery, changed, sound, type Asked } from './asked'
import { useFailureStay } from './useFailureStay'

/** The stay of the address, of the failure that it names, or one that is likely to be meant. */
export function useAsked() {
  const route = useRoute()
  const router = useRouter()
  const { code, zone } = useHotel()
  const types = useRoomTypes(code)
  const failureId = computed(() => (/^\d+$/.test(String(route.query.failure)) ? Number(route.query.failure) : null))
  const failure = useFailureStay(failureId)

  const asked = computed<Asked | null>(() => {
    const first = types.data.value?.[0]
    const waiting = failureId.value !== null && !failure.found.value && !failure.error.value
    if (!first || waiting) return null
    const said = { ...failure.found.value?.stay, ...askedIn(route.query) }
    const type = types.data.value?.find((one) => one.code === said.roomType) ?? first
    const checkIn = said.checkIn ?? today(zone.value)
    return sound({
      ...said,
      roomType: type.code,
      checkIn,
      checkOut: said.checkOut ?? plusDays(checkIn, 1),
      guests: said.guests ?? Math.min(2, type.capacity),
      rooms: said.rooms ?? 1,
    })
  })

  /** Another stay is not the failure's any more, and what was proposed for the one before is put away. */
  function ask(change: Partial<Asked>) {
    if (!asked.value) return
    void router.replace({ query: { ...asQuery(changed(asked.value, change)) } })
  }

  return { asked, ask, types, failureId, failure }
}
