import type { z } from 'zod'

import { type DefinitionProblem, hint, type Path } from './definition-problem.ts'

/** A value of a schema, or what is wrong with it, in plain sentences. */
export function shape<T extends z.ZodType>(schema: T, value: unknown, path: Path): { value: z.infer<T> | null; problems: DefinitionProblem[] } {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, problems: [] }
  return { value: null, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, schema, value, path)) }
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, base: Path): DefinitionProblem[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path)
    return issue.keys.map((key) => ({ code: 'unknown_key', path: [...path, key], atKey: true, message: `"${key}" is not a key used here${hint(key, known)}` }))
  }
  if (issue.code === 'invalid_key') return [{ code: 'shape', path, atKey: true, message: `"${String(path.at(-1))}": ${issue.issues[0]?.message ?? 'this can not be a name'}` }]
  const key = path.findLast((part) => typeof part === 'string') ?? 'the file'
  return [{ code: 'shape', path, message: sentence(issue, key, at(value, issue.path)) }]
}

function sentence(issue: z.core.$ZodIssue, key: string, found: unknown): string {
  if (found === undefined) return `"${key}" is missing here`
  // The schema's own words say more than zod's.
  if (!issue.message.startsWith('Invalid') && !issue.message.startsWith('Too ')) return `"${key}": ${issue.message}`
  switch (issue.code) {
    case 'invalid_type':
      return `"${key}" must be ${kind(issue.expected)}, not ${describe(found)}`
    case 'invalid_value':
      return `"${key}" must be ${issue.values.map(String).join(' or ')}, not ${describe(found)}`
    case 'too_small':
      return `"${key}" must ${have(issue.origin, `at least ${issue.minimum}`)}`
    case 'too_big':
      return `"${key}" must ${have(issue.origin, `at most ${issue.maximum}`)}`
    case 'invalid_union':
      return `"${key}" does not have a form that is used here: ${describe(found)}`
    default:
      return `"${key}": ${issue.message}`
  }
}

/** `have at least 2 entries`, `be at most 100` */
const have = (origin: string, bound: string): string => (origin === 'array' ? `have ${bound} entries` : origin === 'string' ? `have ${bound} characters` : `be ${bound}`)

const kinds: Record<string, string> = { string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of keys', record: 'a group of keys' }
const kind = (expected: string): string => kinds[expected] ?? expected

function describe(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of keys'
  return JSON.stringify(value).slice(0, 60)
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[key] : undefined), value)
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner: unknown = schema
  for (const key of path) inner = stepInto(inner, key)
  const shapeOf = (unwrap(inner) as { shape?: Record<string, unknown> }).shape
  return Object.keys(shapeOf ?? {})
}

function stepInto(schema: unknown, key: PropertyKey): unknown {
  const open = unwrap(schema) as { shape?: Record<PropertyKey, unknown>; element?: unknown; valueType?: unknown }
  return open.shape?.[key] ?? open.element ?? open.valueType ?? {}
}

function unwrap(schema: unknown): unknown {
  const wrapped = schema as { unwrap?: () => unknown; element?: unknown }
  return wrapped && typeof wrapped.unwrap === 'function' && wrapped.element === undefined ? unwrap(wrapped.unwrap()) : (schema ?? {})
}
