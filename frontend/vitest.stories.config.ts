import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// The stories: a real browser against the running application that TORITSUGI_URL names (see StoriesTest).
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['stories/**/*.story.ts'],
    environment: 'node',
    // Two processors: the application has one of them.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: process.env.STORIES_REPORT
      ? ['default', ['junit', { outputFile: process.env.STORIES_REPORT }]]
      : ['default'],
  },
})
