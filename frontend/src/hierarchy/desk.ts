import { computed, inject, provide, type InjectionKey } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '@/session/session'
import { useHotel } from '@/shell/hotel'
import { useDraft } from './draft'
import { mergedFindings } from './findings'
import { check } from './model/checks'
import { useServerCheck } from './serverCheck'
import { useRoomTypes } from '@/shell/roomTypes'
import { useStoredHierarchy, typesByCode } from './stored'

/** What the parts of the page work on together: the draft, the types, what was found, what is chosen. */
export function useNewDesk() {
  const { t } = useI18n()
  const { may } = useSession()
  const { code: hotel, zone } = useHotel()
  const stored = useStoredHierarchy(hotel)
  const roomTypes = useRoomTypes(hotel)
  const draft = useDraft(stored.data)

  /** As a house speaks of them: from the modest to the grand. */
  const types = computed(() =>
    [...(roomTypes.data.value ?? [])].sort((a, b) => a.baseRate - b.baseRate || (a.code < b.code ? -1 : 1)),
  )
  const byCode = typesByCode(roomTypes.data)
  const own = computed(() => check(draft.edges.value, types.value))
  const server = useServerCheck(
    hotel,
    draft.edges,
    // What is known to be refused need not be asked.
    computed(() => may('OPERATOR') && draft.count.value > 0 && own.value.errors.length === 0),
  )
  const findings = computed(() => mergedFindings(own.value, server.findings.value, t))

  const mayEdit = computed(() => may('MANAGER'))
  return {
    hotel,
    zone,
    stored,
    roomTypes,
    draft,
    types,
    typeOf: (code: string) => byCode.value.get(code),
    nameOf: (code: string) => [code, byCode.value.get(code)?.name].filter(Boolean).join(' '),
    findings,
    checking: server.checking,
    /** The relations that lie on a circle, or are there twice. */
    broken: computed(() => new Set(own.value.errors.flatMap((error) => error.ids))),
    mayEdit,
    whyNot: computed(() => (mayEdit.value ? null : t('kit.notAllowed', { role: t('kit.roles.MANAGER') }))),
    selected: useSelectedType(
      () => types.value.map((type) => type.code),
      () => draft.base.value.edges.map((edge) => edge.from),
    ),
  }
}

/** The type whose relations stand beside the graph; in the address. At first one that leads on. */
function useSelectedType(known: () => string[], leading: () => string[]) {
  const route = useRoute()
  const router = useRouter()
  return computed<string | null>({
    get: () => {
      const asked = route.query.type
      if (typeof asked === 'string' && known().includes(asked)) return asked
      return known().find((type) => leading().includes(type)) ?? known()[0] ?? null
    },
    set: (type) => void router.replace({ query: { ...route.query, type: type ?? undefined } }),
  })
}

export type Desk = ReturnType<typeof useNewDesk>

const KEY: InjectionKey<Desk> = Symbol('hierarchy')

export const provideDesk = (desk: Desk) => provide(KEY, desk)

export function useDesk(): Desk {
  const desk = inject(KEY)
  if (!desk) throw new Error('No hierarchy is being edited here')
  return desk
}
