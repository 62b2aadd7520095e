import { parseCondition } from '#app/kernel/condition/parse.ts'
import { printCondition } from '#app/kernel/condition/print.ts'

/** A condition of a checked definition in the plainest FEEL that means the same. */
export function printedCondition(source: string): string {
  const parsed = parseCondition(source)
  return parsed.ok ? printCondition(parsed.condition) : source
}
