/** Inside `each`, every step and value is named apart by its item: `enrolment.2` is the second employee's. Items count from 1. */
export const itemName = (name: string, item: number | null): string => (item === null ? name : `${name}.${item}`)

/** The name in the definition: `enrolment` of `enrolment.2`. */
export const baseName = (name: string): string => {
  const dot = name.indexOf('.')
  return dot === -1 ? name : name.slice(0, dot)
}

/** Which item a name is about; null: none, it stands once. */
export function itemOf(name: string): number | null {
  const dot = name.indexOf('.')
  return dot === -1 ? null : Number(name.slice(dot + 1))
}
