import { globSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const TOUCHED = /(?:UPDATE|DELETE FROM|REPLACE INTO)\s+(?:events|access_log|chain)\b|\.(?:update|delete)\((?:events|accessLog|chain)\)/gi

it('no code changes or deletes events, access entries or rows of the chain: erasure is the destruction of keys', () => {
  const files = globSync('{app,db}/**/*.{ts,tsx,sql}').filter((path) => !path.includes('.test.'))
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((path) => readFileSync(path, 'utf8').match(TOUCHED))).toEqual([])
})
