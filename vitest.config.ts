import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // The outcome must not depend on where and how the tests run.
    env: { TZ: 'Pacific/Auckland', NO_COLOR: '', FORCE_COLOR: '', CARDS_DIR: '' },
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // Generated code, and the one file that is the process itself: it is tested as a process.
      exclude: ['src/**/*.generated.*', 'src/main.ts'],
      reporter: ['text-summary', 'text'],
      thresholds: { lines: 95 },
    },
  },
})
