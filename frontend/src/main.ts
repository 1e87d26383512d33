import { VueQueryPlugin } from '@tanstack/vue-query'
import PrimeVue from 'primevue/config'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import '@fontsource/noto-sans-jp/400.css'
import '@fontsource/noto-sans-jp/700.css'
import './style.css'
import { answerIn } from '@/api/client'
import { queries } from '@/api/queries'
import { i18n, language, speak } from '@/i18n'
import '@/kit/words'
import '@/shell/appearance'
import AppRoot from './AppRoot.vue'
import { router } from './router'
import { theme } from './theme'

answerIn(() => language.value)
speak(language.value)

createApp(AppRoot)
  .use(createPinia())
  .use(i18n)
  .use(router)
  .use(VueQueryPlugin, { queryClient: queries })
  .use(PrimeVue, { theme })
  .mount('#app')
