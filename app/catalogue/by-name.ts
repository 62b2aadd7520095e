/** Entries by name, and nothing else: names come from addresses too, and `constructor` is nobody's. */
export function byName<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const record: Record<string, T> = Object.create(null) as Record<string, T>
  for (const [name, value] of entries) record[name] = value
  return record
}
