import { useMutation, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { api, body, type Schema } from '@/api/client'
import { ProblemError } from '@/api/problem'
import { say, sayRefused } from '@/kit/toasts'
import { useSession } from '@/session/session'
import { isOpen, type FailureCase } from './failure'
import { failureKey } from './useFailure'

/** Somebody or something else was faster. */
const OUTRUN = ['conflict.version', 'failure.closed']

/** What a person does about a case; each call names the version that he has seen. */
export function useCaseActions(failure: Ref<FailureCase>) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { session } = useSession()
  const at = () => ({ params: { path: { id: failure.value.id } } })
  const version = () => failure.value.version

  function took(answer: FailureCase) {
    client.setQueryData(failureKey(answer.id), answer)
    for (const key of ['failures', 'imports', 'dashboard', 'inventory', 'reservations']) {
      void client.invalidateQueries({ queryKey: [key] })
    }
  }

  /** Reads the case anew and says who was faster; what was typed stands where it was typed. */
  async function refused(error: Error) {
    if (!(error instanceof ProblemError) || !OUTRUN.includes(error.problem.code)) {
      sayRefused(error)
      return
    }
    const seen = failure.value.actions.length
    await client.refetchQueries({ queryKey: failureKey(failure.value.id) })
    const who = failure.value.actions.slice(seen).at(-1)?.who
    const other = who !== undefined && who !== session.value?.name
    sayRefused(new Error(other ? t('failure.outrunBy', { who }) : t('failure.outrun')))
  }

  const settle = (words: (answer: FailureCase) => string) => ({
    onSuccess: (answer: FailureCase) => {
      took(answer)
      say(words(answer))
    },
    onError: refused,
  })
  const imported = (answer: FailureCase) => (isOpen(answer) ? answer.message : t('failure.said.imported'))

  const retry = useMutation({
    mutationFn: () => body(api.POST('/api/v1/failures/{id}/retry', at())),
    ...settle(() => t('failure.said.retry')),
  })
  const assign = useMutation({
    mutationFn: (wanted: { roomType: string; reason?: string }) =>
      body(api.POST('/api/v1/failures/{id}/assign', { ...at(), body: { ...wanted, version: version() } })),
    ...settle(imported),
  })
  const snooze = useMutation({
    mutationFn: (wanted: { until: string; reason?: string }) =>
      body(api.POST('/api/v1/failures/{id}/snooze', { ...at(), body: { ...wanted, version: version() } })),
    ...settle(() => t('failure.said.snooze')),
  })
  const dismiss = useMutation({
    mutationFn: (reason: string) =>
      body(api.POST('/api/v1/failures/{id}/dismiss', { ...at(), body: { reason, version: version() } })),
    ...settle(() => t('failure.said.dismiss')),
  })
  const note = useMutation({
    mutationFn: (text: string) => body(api.POST('/api/v1/failures/{id}/note', { ...at(), body: { text } })),
    ...settle(() => t('failure.said.note')),
  })
  const edit = useMutation({
    mutationFn: (wanted: { fields: Schema<'FailureEditFields'>; reason: string }) =>
      body(api.POST('/api/v1/failures/{id}/edit', { ...at(), body: { ...wanted, version: version() } })),
    onSuccess: ({ failure: answer }) => {
      took(answer)
      say(imported(answer))
    },
    onError: refused,
  })
  /** What a correction would bring; nothing is changed. */
  const tryEdit = useMutation({
    mutationFn: (fields: Schema<'FailureEditFields'>) =>
      body(api.POST('/api/v1/failures/{id}/edit', { ...at(), body: { fields, version: version(), dryRun: true } })),
    onError: refused,
  })

  return { retry, assign, snooze, dismiss, note, edit, tryEdit }
}
