import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, body, type Schema } from '@/api/client'
import { say, sayRefused } from '@/kit/toasts'
import { useHotel } from '@/shell/hotel'
import { dateWithWeekday, plusDays, yen } from '@/i18n/formats'
import type { Night } from './nights'

/** What the hotel has to sell on each night of a period. */
export function useCalendar(from: Ref<string>, nights: Ref<number>) {
  const { code } = useHotel()
  return useQuery({
    queryKey: computed(() => ['inventory', code.value, 'calendar', from.value, nights.value]),
    queryFn: () =>
      body(
        api.GET('/api/v1/hotels/{hotel}/calendar', {
          params: { path: { hotel: code.value }, query: { from: from.value, to: plusDays(from.value, nights.value) } },
        }),
      ),
  })
}

type Change = Schema<'CalendarChange'>

interface Step {
  change: Change
  /** What brings back what was before. */
  back: Change
  text: string
}

/** Changes of single nights; each is told with a way back to what was before. */
export function useCalendarChanges() {
  const { t } = useI18n()
  const { code } = useHotel()
  const client = useQueryClient()
  const put = (change: Change) =>
    api.POST('/api/v1/hotels/{hotel}/calendar/changes', {
      params: { path: { hotel: code.value } },
      body: { changes: [change] },
    })
  const settled = () =>
    Promise.all(['inventory', 'upgrades'].map((key) => client.invalidateQueries({ queryKey: [key] })))

  const takeBack = useMutation({
    mutationFn: put,
    onSuccess: () => say(t('inventory.changed.taken')),
    onError: sayRefused,
    onSettled: settled,
  })
  const make = useMutation({
    mutationFn: ({ change }: Step) => put(change),
    onSuccess: (_answer, { text, back }) => say(text, () => takeBack.mutate(back)),
    onError: sayRefused,
    onSettled: settled,
  })

  const range = (night: Night) => ({ roomType: night.roomType, from: night.date, to: plusDays(night.date, 1) })
  const named = (night: Night) => ({ type: night.roomType, date: dateWithWeekday(night.date) })

  function toggleStop(night: Night) {
    const stopped = !night.stopSell
    make.mutate({
      change: { stopSells: { ...range(night), stopped } },
      back: { stopSells: { ...range(night), stopped: !stopped } },
      text: t(stopped ? 'inventory.changed.stopped' : 'inventory.changed.reopened', named(night)),
    })
  }

  function overbook(night: Night, rooms: number) {
    make.mutate({
      change: { overbooking: { ...range(night), rooms } },
      back: { overbooking: { ...range(night), rooms: night.overbooking } },
      text: t('inventory.changed.overbooking', { ...named(night), count: rooms }),
    })
  }

  /** Null is the base rate again; a rate that was the base rate comes back as such. */
  function rate(night: Night, amount: number | null, baseRate: number) {
    make.mutate({
      change: { rates: { ...range(night), amount } },
      back: { rates: { ...range(night), amount: night.rate === baseRate ? null : night.rate } },
      text: t('inventory.changed.rate', { ...named(night), rate: yen(amount ?? baseRate) }),
    })
  }

  return { toggleStop, overbook, rate }
}
