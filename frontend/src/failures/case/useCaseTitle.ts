import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { unknownCodes } from './cause'
import type { FailureCase } from './failure'

/** What happened, in the words of a title. */
export function useCaseTitle(failure: Ref<FailureCase | undefined>) {
  const { t } = useI18n()
  return computed(() => {
    if (!failure.value) return t('shell.nav.failures')
    const codes = unknownCodes(failure.value)
    const [only] = codes
    if (codes.length === 1 && only) {
      return only.name ? t('failure.unmappedNamedTitle', { ...only }) : t('failure.unmappedTitle', { code: only.code })
    }
    return failure.value.message.replace(/[。.]$/, '')
  })
}
