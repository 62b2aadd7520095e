import { namesIn } from './names.ts'
import { parseCondition } from './parse.ts'
import type { Expression } from './syntax.ts'

/** A condition that was checked before: throws on any other, which no sound definition holds. */
export function soundCondition(source: string): Expression {
  const parsed = parseCondition(source)
  if (!parsed.ok) throw new Error(`unchecked condition: ${source}`)
  return parsed.condition
}

/** The names a condition reads; none of one that can't be read, which is told elsewhere. */
export function namesInText(source: string): readonly string[] {
  const parsed = parseCondition(source)
  return parsed.ok ? namesIn(parsed.condition) : []
}
