import { createHash } from 'node:crypto'

import type { Definition } from '#app/kernel/definition/definition.ts'

/** SHA-256 (hex) of a definition's content, whatever the order its keys were written in. */
export function definitionHash(definition: Omit<Definition, 'hash'>): string {
  return createHash('sha256').update(canonical(definition)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
