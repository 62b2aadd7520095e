import type { DataField, Definition } from './definition.ts'
import { baseName } from './item-name.ts'

/** A field by its name, or by the name of one of its items (`employee.2`, which it is then called); null for none. */
export function fieldNamed(definition: Pick<Definition, 'data'>, name: string): DataField | null {
  const base = baseName(name)
  const field = Object.hasOwn(definition.data, base) ? definition.data[base] : undefined
  if (!field || (base !== name && field.each === null)) return null
  return base === name ? field : { ...field, name }
}
