import { parseSpan } from '#app/kernel/clock/span.ts'
import { shape } from '#app/kernel/definition/shape.ts'
import { hint } from '#app/kernel/definition/definition-problem.ts'

import type { Step, Wrong } from './example.ts'
import { stepOptionNames, stepOptionsSchema } from './example-schema.ts'

/**
 * One step: its first key that is no option names it. Problems: none or two names, an outcome that is no word, an
 * option that is not one.
 */
export function readStep(source: Readonly<Record<string, unknown>>): { step: Step | null; problems: Wrong[] } {
  const [name, second] = Object.keys(source).filter((key) => !stepOptionNames.includes(key))
  const failed = (path: string[], message: string) => ({ step: null, problems: [{ path, message, atKey: true }] })
  if (name === undefined) return failed([], 'say which step this is, as acceptance: accept')
  if (second !== undefined) return failed([second], `"${second}" is not a key used here${hint(second, stepOptionNames)}; one step is one entry of the list`)
  const outcome = source[name]
  if (typeof outcome !== 'string') return failed([name], `say how ${name} came out, in one word`)
  const options = Object.fromEntries(Object.entries(source).filter(([key]) => key !== name))
  const { value, problems } = shape(stepOptionsSchema, options, [])
  if (value === null) return { step: null, problems }
  const { after, sets = null, reason = null, reports = null, asks = null, gives = null, record = null, takes = null, amount = null } = value
  return { step: { name, outcome, after: spanOf(after), sets, reason, reports, asks, gives, record, takes, amount }, problems: [] }
}

function spanOf(text: string | undefined): Step['after'] {
  const parsed = text === undefined ? null : parseSpan(text)
  return parsed?.ok ? parsed.span : null
}
