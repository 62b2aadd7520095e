// The Remix plugin's options. Under Vite nothing reads this file but vite.config.ts.
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  // A route's folder holds its own components and tests; only route.tsx (and routes with one file) are routes.
  ignoredRouteFiles: ['**/*.test.{ts,tsx}'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    // Costs a third of the throughput (docs/decisions/002-remix-rendered-as-strings.md).
    v3_singleFetch: false,
  },
}
