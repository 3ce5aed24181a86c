import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['test/chaos/long/chaos.ts'] } })
