import { readdirSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const MAY_IMPORT = /^(node:[a-z/_]+|better-sqlite3|pg|\.\/[a-z0-9-]+\.ts)$/

it('the verifier shares no code with the writer: it imports itself, Node and the databases’ drivers only', () => {
  const files = readdirSync('audit').filter((name) => name.endsWith('.ts'))
  const imported = files.flatMap((name) => [...readFileSync(`audit/${name}`, 'utf8').matchAll(/\b(?:from|import)\s*\(?'([^']+)'/g)].map(([, from = '']) => from))
  expect(imported.length).toBeGreaterThan(20)
  expect(imported.filter((from) => !MAY_IMPORT.test(from))).toEqual([])
})
