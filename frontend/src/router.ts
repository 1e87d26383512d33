import { createRouter, createWebHistory } from 'vue-router'
import { whoIsSignedIn } from '@/session/session'
import { lastHotel } from '@/shell/hotel'

/** Pages that may show every hotel of the caller at once (`/h/all/…`). */
export const ACROSS_HOTELS = ['overview', 'failures', 'failure', 'imports', 'import', 'outputs'] as const

export const router = createRouter({
  history: createWebHistory(),
  // A filter is part of the address, but no other place.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('@/session/SignInPage.vue'), meta: { open: true } },
    {
      path: '/h/:hotel',
      component: () => import('@/shell/AppShell.vue'),
      children: [
        { path: '', redirect: { name: 'overview' } },
        { path: 'overview', name: 'overview', component: () => import('@/overview/OverviewPage.vue') },
        { path: 'failures', name: 'failures', component: () => import('@/failures/FailuresPage.vue') },
        { path: 'failures/bulk/:run', name: 'bulk', component: () => import('@/failures/BulkPage.vue') },
        { path: 'failures/:id(\\d+)', name: 'failure', component: () => import('@/failures/FailurePage.vue') },
        { path: 'reservations', name: 'reservations', component: () => import('@/reservations/ReservationsPage.vue') },
        {
          path: 'reservations/:id',
          name: 'reservation',
          component: () => import('@/reservations/ReservationPage.vue'),
        },
        { path: 'inventory', name: 'inventory', component: () => import('@/inventory/InventoryPage.vue') },
        { path: 'hierarchy', name: 'hierarchy', component: () => import('@/hierarchy/HierarchyPage.vue') },
        { path: 'upgrades', name: 'upgrades', component: () => import('@/upgrades/UpgradesPage.vue') },
        { path: 'mappings', name: 'mappings', component: () => import('@/mappings/MappingsPage.vue') },
        { path: 'imports', name: 'imports', component: () => import('@/imports/ImportsPage.vue') },
        { path: 'imports/:id(\\d+)', name: 'import', component: () => import('@/imports/ImportPage.vue') },
        { path: 'outputs', name: 'outputs', component: () => import('@/outputs/OutputsPage.vue') },
        { path: ':rest(.*)*', name: 'lost', component: () => import('@/shell/LostPage.vue') },
      ],
    },
    { path: '/:rest(.*)*', redirect: () => ({ name: 'overview', params: { hotel: lastHotel() } }) },
  ],
})

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  const session = await whoIsSignedIn()
  return session ? true : { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})
