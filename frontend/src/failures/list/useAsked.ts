import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { addressOf, askedBy, widened, type Asked } from './asked'

/** What is asked for; it lives in the address, so that a reload and a link show the same. */
export function useAsked() {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => askedBy(route.query))

  function ask(change: Partial<Asked>) {
    void router.replace({ query: addressOf({ ...asked.value, ...change }) })
  }
  function askForAll() {
    void router.replace({ query: addressOf(widened(asked.value)) })
  }
  return { asked, ask, askForAll }
}
