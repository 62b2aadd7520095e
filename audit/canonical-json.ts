/** JSON without spaces, keys sorted by UTF-16 code unit. Takes what JSON.parse gives. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const object = value as Readonly<Record<string, unknown>>
  let text = '{'
  // Without an order of its own, sort() goes by code unit.
  for (const key of Object.keys(object).sort()) text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(object[key])}`
  return `${text}}`
}
