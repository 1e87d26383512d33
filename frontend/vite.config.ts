import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const application = process.env.TORITSUGI_URL ?? 'http://127.0.0.1:8080'
const source = fileURLToPath(new URL('./src', import.meta.url))

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': source } },
  define: { __VUE_OPTIONS_API__: 'true', __VUE_I18N_LEGACY_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false' },
  build: {
    outDir: process.env.FRONTEND_OUT ?? '../target/classes/static',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    // Fonts stay files of their own, so that only the parts of the alphabet that a page shows are fetched.
    assetsInlineLimit: 2048,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/api': application,
      '/ota': application,
      '/ws': { target: application, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.spec.ts'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
  },
})
