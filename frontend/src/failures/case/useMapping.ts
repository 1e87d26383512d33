import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, body, type Schema } from '@/api/client'
import { language } from '@/i18n'
import { say, sayRefused } from '@/kit/toasts'
import { unknownCodes } from './cause'
import type { FailureCase } from './failure'

const ANY_CHANNEL = '*'

/** Which room type an unknown code is to stand for, and what saving that would bring, known before it is saved. */
export function useMapping(failure: Ref<FailureCase>) {
  const { t } = useI18n()
  const client = useQueryClient()
  const hotel = computed(() => failure.value.hotel)
  const codes = computed(() => unknownCodes(failure.value))

  const pickedCode = ref<string>()
  const code = computed({
    get: () => pickedCode.value ?? codes.value[0]?.code ?? '',
    set: (picked: string) => (pickedCode.value = picked),
  })
  const roomType = ref<string>()
  const onlyChannel = ref(false)
  const validFrom = ref('')
  const validTo = ref('')

  const wanted = computed<Schema<'MappingWanted'> | null>(() =>
    roomType.value === undefined || code.value === ''
      ? null
      : {
          channel: onlyChannel.value && failure.value.channel ? failure.value.channel : ANY_CHANNEL,
          code: code.value,
          roomType: roomType.value,
          validFrom: validFrom.value || null,
          validTo: validTo.value || null,
        },
  )

  // Not among what the live feed refreshes: a preview holds the hotel's lock, and saving decides anew anyway.
  const preview = useQuery({
    queryKey: computed(() => ['mappingPreview', hotel.value, wanted.value, language.value]),
    enabled: computed(() => wanted.value !== null),
    placeholderData: undefined,
    staleTime: 30_000,
    retry: false,
    queryFn: ({ signal }) =>
      body(
        api.POST('/api/v1/hotels/{hotel}/mappings/preview', {
          params: { path: { hotel: hotel.value } },
          body: wanted.value ?? {},
          signal,
        }),
      ),
  })

  const unmapped = useQuery({
    queryKey: computed(() => ['mappings', 'unmapped', hotel.value]),
    queryFn: async () => {
      const query = { limit: 500 }
      const path = { hotel: hotel.value }
      return (await body(api.GET('/api/v1/hotels/{hotel}/mappings/unmapped', { params: { path, query } }))).items
    },
  })
  const sent = computed(() => unmapped.data.value?.filter((one) => one.code === code.value) ?? [])
  /** The travel sites that send the code. */
  const channels = computed(() => [
    ...new Set([failure.value.channel ?? '', ...sent.value.map(({ channel }) => channel)]),
  ])
  /** The types that it may stand for, the likeliest first. */
  const proposals = computed(() => {
    const best = new Map<string, Schema<'RoomTypeProposal'>>()
    for (const one of sent.value.flatMap((line) => line.proposals)) {
      if ((best.get(one.roomType)?.score ?? 0) < one.score) best.set(one.roomType, one)
    }
    return [...best.values()].sort((one, other) => other.score - one.score)
  })

  const remove = useMutation({
    mutationFn: (made: Schema<'Mapping'>) =>
      api.DELETE('/api/v1/hotels/{hotel}/mappings/{id}', { params: { path: { hotel: hotel.value, id: made.id } } }),
    onSuccess: (_, made) => {
      say(t('failure.said.unmapped', { code: made.code }))
      void client.invalidateQueries()
    },
    onError: sayRefused,
  })
  const save = useMutation({
    mutationFn: (mapping: Schema<'MappingWanted'>) =>
      body(api.POST('/api/v1/hotels/{hotel}/mappings', { params: { path: { hotel: hotel.value } }, body: mapping })),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['mappings'] })
      say(t('failure.said.mapped', { code: made.code, type: made.roomType }), () => remove.mutate(made))
    },
    onError: sayRefused,
  })

  return { codes, code, roomType, onlyChannel, validFrom, validTo, wanted, preview, channels, proposals, save }
}
