import { z } from 'zod'

import { exampleSchema, fileSchema, stepOptionsSchema } from '#app/examples/example-schema.ts'
import { tablesSchema } from '#app/kernel/definition/decision-table-schema.ts'
import { branchSchema, nodeSchemas, serviceSchema } from '#app/kernel/definition/service-schema.ts'

type Json = Record<string, unknown>

const STEP = { $ref: '#/$defs/step' }
const STEPS = { type: 'array', minItems: 1, items: STEP }
const draft = 'http://json-schema.org/draft-07/schema#'

/**
 * What editors complete and check while somebody writes: JSON Schemas (draft 7, which all of them read) by file name, made
 * from the schemas the portal itself reads with. They know the form; what a form means only `check` can say.
 */
export function editorSchemas(): Readonly<Record<string, Json>> {
  return { 'service.json': serviceFile(), 'tables.json': titled('tables.yaml', plain(tablesSchema)), 'examples.json': examplesFile() }
}

function serviceFile(): Json {
  const service = withSteps(plain(serviceSchema))
  const words = Object.entries(nodeSchemas).map(([word, schema]): [string, Json] => [word, { title: word, ...withSteps(plain(schema)) }])
  const step = { anyOf: words.map(([word]) => ({ $ref: `#/$defs/${word}` })) }
  return { ...titled('service.yaml', service), $defs: { step, branch: withSteps(plain(branchSchema)), ...Object.fromEntries(words) } }
}

function examplesFile(): Json {
  const { properties, ...options } = plain(stepOptionsSchema)
  // Beside the options, a step has one key of its own: its name, with how it came out.
  const step = { ...options, properties, minProperties: 1, additionalProperties: { type: 'string' } }
  const example = replaced(plain(exampleSchema), 'steps', { type: 'array', items: step })
  return titled('examples.yaml', replaced(plain(fileSchema), 'examples', { type: 'array', minItems: 1, items: example }))
}

/** The zod schemas leave the steps within steps open, since each is read by its own word: here they are named. */
function withSteps(schema: unknown): Json {
  const inner = Object.entries(schema as Json).map(([key, value]): [string, unknown] => [key, isJson(value) ? withSteps(value) : Array.isArray(value) ? value.map((one) => (isJson(one) ? withSteps(one) : one)) : value])
  const open = Object.fromEntries(inner)
  return isJson(open.properties) ? { ...open, properties: Object.fromEntries(Object.entries(open.properties).map(([key, value]) => [key, stepsOf(key, value)])) } : open
}

function stepsOf(key: string, value: unknown): unknown {
  if (!isJson(value) || !isJson(value.items) || Object.keys(value.items).length > 0) return value
  if (key === 'parallel') return { ...value, items: { anyOf: [STEP, STEPS] } }
  return { ...value, items: key === 'choose' ? { $ref: '#/$defs/branch' } : STEP }
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function plain(schema: z.ZodType): Json {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { target: 'draft-7' })
  return rest
}

const titled = (title: string, schema: Json): Json => ({ $schema: draft, title, ...schema })

const replaced = (schema: Json, key: string, value: Json): Json => ({ ...schema, properties: { ...(schema.properties as Json), [key]: value } })
