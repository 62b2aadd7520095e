import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

import { logicalProperties } from './app/styles/logical-properties.ts'
import options from './remix.config.js'

export default defineConfig({
  plugins: [remix(options)],
  css: {
    preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } },
    postcss: { plugins: [logicalProperties()] },
  },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
})
