import { serviceKey } from '#app/kernel/definition/surroundings.ts'

export type SubIn = { key: string; path: readonly (string | number)[] }

/** The services that a service.yaml says it begins, wherever in it: read before anything is checked. */
export function subsIn(raw: unknown, path: readonly (string | number)[] = [], depth = 0): SubIn[] {
  if (raw === null || typeof raw !== 'object' || depth > DEEPEST) return []
  if (Array.isArray(raw)) return raw.flatMap((one, i) => subsIn(one, [...path, i], depth + 1))
  const own = 'sub' in raw && 'service' in raw && 'version' in raw ? [{ key: serviceKey(String(raw.service), Number(raw.version)), path: [...path, 'service'] }] : []
  return [...own, ...Object.entries(raw).flatMap(([key, value]) => subsIn(value, [...path, key], depth + 1))]
}

/** Deeper than any flow that can be read. */
const DEEPEST = 60
