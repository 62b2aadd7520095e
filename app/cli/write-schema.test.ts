import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { nodeWords } from '#app/kernel/definition/service-schema.ts'

import { editorSchemas } from './editor-schemas.ts'
import { schemaText } from './write-schema.ts'

test.each(Object.entries(editorSchemas()))('public/schema/%s is what `npm run services -- schema` writes', (name, schema) => {
  const path = join('public/schema', name)
  expect(existsSync(path) ? readFileSync(path, 'utf8') : null).toBe(schemaText(schema))
})

describe('the schema of a service', () => {
  const text = JSON.stringify(editorSchemas()['service.json'])

  test('leaves no step open, however deep it stands', () => expect(text).not.toContain('"items":{}'))

  test('knows every word of a flow, wherever steps stand', () => {
    for (const word of nodeWords) expect(text).toContain(`{"$ref":"#/$defs/${word}"}`)
    const schema = editorSchemas()['service.json'] as { properties: Record<string, { items: unknown }>; $defs: Record<string, { properties: Record<string, { items: unknown }> }> }
    const step = { $ref: '#/$defs/step' }
    expect(schema.properties.flow?.items).toEqual(step)
    expect([schema.$defs.stage, schema.$defs.each].map((one) => one?.properties.do?.items)).toEqual([step, step])
    expect(schema.$defs.parallel?.properties.parallel?.items).toEqual({ anyOf: [step, { type: 'array', minItems: 1, items: step }] })
    expect(schema.$defs.choose?.properties.choose?.items).toEqual({ $ref: '#/$defs/branch' })
  })
})

const LINE = '# yaml-language-server: $schema=../../../public/schema/service.json'
test.each(readdirSync('workflows/services'))('%s tells editors where its schema is', (id) => {
  expect(readFileSync(`workflows/services/${id}/service.yaml`, 'utf8').split('\n')[0]).toBe(LINE)
})
