import { computed, onScopeDispose, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export type View = 'graph' | 'list'

/** Graph or list; in the address. A phone begins with the list. */
export function useView() {
  const route = useRoute()
  const router = useRouter()
  const media = window.matchMedia('(max-width: 700px)')
  const narrow = ref(media.matches)
  const changed = () => (narrow.value = media.matches)
  media.addEventListener('change', changed)
  onScopeDispose(() => media.removeEventListener('change', changed))

  const view = computed<View>(() => {
    const asked = route.query.view
    if (asked === 'graph' || asked === 'list') return asked
    return narrow.value ? 'list' : 'graph'
  })
  const show = (wanted: View) => void router.replace({ query: { ...route.query, view: wanted } })
  return { view, show }
}
