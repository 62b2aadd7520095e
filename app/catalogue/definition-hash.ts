import { createHash } from 'node:crypto'

/**
 * SHA-256 (hex) of what an author wrote: a service, its tables and the services it begins, whatever the order of the
 * keys. Not of what the portal reads out of it, so that a version stays the same when the portal learns to read more.
 */
export function definitionHash(service: unknown, tables: unknown, parts: readonly string[]): string {
  return createHash('sha256').update(canonical({ service, tables, parts })).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
