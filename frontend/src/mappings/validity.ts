import { i18n } from '@/i18n'

/** For which arrivals a mapping holds, in words. */
export function validity({ validFrom, validTo }: { validFrom?: string | null; validTo?: string | null }): string {
  const { t } = i18n.global
  if (validFrom && validTo) return t('mappings.between', { from: validFrom, to: validTo })
  if (validFrom) return t('mappings.from', { from: validFrom })
  return validTo ? t('mappings.until', { to: validTo }) : t('mappings.always')
}
