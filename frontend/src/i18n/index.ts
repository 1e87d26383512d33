import { createI18n } from 'vue-i18n'
import { computed } from 'vue'

export type Language = 'ja' | 'en'
type Words = { [key: string]: string | Words }

/** The same keys as the Japanese words have: a translation that lacks one does not compile. */
type SameKeys<T> = { [Key in keyof T]: T[Key] extends string ? string : SameKeys<T[Key]> }

const STORED = 'toritsugi.language'

function first(): Language {
  const stored = localStorage.getItem(STORED)
  if (stored === 'ja' || stored === 'en') return stored
  return navigator.language.startsWith('en') ? 'en' : 'ja'
}

export const i18n = createI18n({ legacy: false, locale: first(), fallbackLocale: 'ja', messages: { ja: {}, en: {} } })

export const language = computed<Language>(() => i18n.global.locale.value as Language)

export function speak(wanted: Language): void {
  i18n.global.locale.value = wanted
  localStorage.setItem(STORED, wanted)
  document.documentElement.lang = wanted
}

/** Adds a feature's words under its name; called where the feature's pages are loaded. */
export function words<T extends Words>(feature: string, ja: T, en: SameKeys<T>): void {
  i18n.global.mergeLocaleMessage('ja', { [feature]: ja })
  i18n.global.mergeLocaleMessage('en', { [feature]: en })
}
