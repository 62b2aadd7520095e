import { afterEach } from 'vitest'

/** For files that share a worker: what one test renders is gone before the next, also where the module that renders was loaded by another file. */
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
