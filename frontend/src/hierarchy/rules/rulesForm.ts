import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api } from '@/api/client'
import { ProblemError } from '@/api/problem'
import { say, sayRefused } from '@/kit/toasts'
import { takeBack, useRefresh, versioned, type useStoredRules } from '../stored'
import { faultsOf, formOf, rulesOf, type RulesForm } from './form'

/** The rules being edited: kept apart from the stored ones until they are saved. */
export function useRulesForm(hotel: Ref<string>, stored: ReturnType<typeof useStoredRules>, done: () => void) {
  const { t } = useI18n()
  const client = useQueryClient()
  const refresh = useRefresh()
  const form = ref<RulesForm | null>(null)
  const version = ref<string | null>(null)
  const stale = ref(false)

  function reset() {
    form.value = stored.data.value ? formOf(stored.data.value.rules) : null
    version.value = stored.data.value?.version ?? null
    stale.value = false
  }

  const isDirty = computed(() => {
    if (!form.value || !stored.data.value) return false
    return JSON.stringify(rulesOf(form.value)) !== JSON.stringify(rulesOf(formOf(stored.data.value.rules)))
  })
  const faults = computed(() => (form.value ? faultsOf(form.value) : { numbers: [], periods: [] }))
  const whyNoSave = computed(() => {
    if (faults.value.numbers.length > 0) return t('hierarchy.rules.wrongNumber')
    if (faults.value.periods.length > 0) return t('hierarchy.rules.periodWrong')
    return isDirty.value ? null : t('hierarchy.nothingToSave')
  })

  const { mutate: undo } = useMutation({
    mutationFn: (made: number) => takeBack(hotel.value, made),
    onSuccess: refresh,
    onError: sayRefused,
  })

  const { mutate: put, isPending: saving } = useMutation({
    mutationFn: (wanted: RulesForm) => {
      const sent = api.PUT('/api/v1/hotels/{hotel}/hierarchy/rules', {
        params: { path: { hotel: hotel.value }, header: { 'If-Match': version.value ?? undefined } },
        body: rulesOf(wanted),
      })
      return versioned(sent)
    },
    onSuccess: async (answer) => {
      client.setQueryData(['hierarchy', hotel.value, 'rules'], answer)
      const made = Number(answer.version?.replace(/\D/g, ''))
      say(t('hierarchy.rules.saved'), () => undo(made))
      done()
      await refresh()
    },
    onError: async (refused, wanted) => {
      if (!(refused instanceof ProblemError) || refused.problem.status !== 412) return sayRefused(refused)
      const before = JSON.stringify(stored.data.value?.rules)
      const { data } = await stored.refetch()
      version.value = data?.version ?? null
      // Only the relations moved on: nobody's rules are overwritten.
      if (JSON.stringify(data?.rules) === before) put(wanted)
      else stale.value = true
    },
  })
  return { form, faults, whyNoSave, isDirty, stale, save: () => form.value && put(form.value), saving, reset }
}
