import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, body, type Schema } from '@/api/client'
import { say, sayRefused } from '@/kit/toasts'
import { usePreview } from '@/mappings/outlook/usePreview'
import { missingCodes } from '@/mappings/unmapped'
import { useUnmapped } from '@/mappings/useMappings'
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

  const preview = usePreview(hotel, wanted)

  const unmapped = useUnmapped(hotel)
  const sent = computed(() => missingCodes(unmapped.data.value ?? []).find((one) => one.code === code.value))
  /** The travel sites that send the code. */
  const channels = computed(() => [...new Set([failure.value.channel ?? '', ...(sent.value?.channels ?? [])])])
  /** The types that it may stand for, the likeliest first. */
  const proposals = computed(() => sent.value?.proposals ?? [])

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
