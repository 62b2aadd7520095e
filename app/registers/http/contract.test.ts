import { readFileSync } from 'node:fs'

import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { recordSchema } from '#app/routes/registers.$register.records/record-schema.ts'

import { answerSchema, READ_PATH, readSchema, SIGNATURE_HEADER } from './contract.ts'
import { ANSWER_BYTES, AT_ONCE, FAILURES, GIVEN_UP_MS, SIGNATURE_SECONDS, SKEW_SECONDS } from './limits.ts'

/** The published contract says what the code does, to the letter. */
type Tree = { [key: string]: Tree }
const file = readFileSync('public/contracts/register.openapi.yaml', 'utf8')
const openApi = parse(file) as Tree
const { Read, Answer, Record: PublishedRecord } = openApi.components?.schemas ?? {}

/** A schema without what only people read, its references followed. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare)
  if (typeof schema !== 'object' || schema === null) return schema
  const at = schema as Record<string, unknown>
  if (typeof at.$ref === 'string') return bare(at.$ref.slice(2).split('/').reduce<Tree>((tree, name) => tree[name] ?? {}, openApi))
  // A format stands for the pattern that goes with it, or for a check that JSON Schema has no word for.
  const left = Object.entries(at).filter(([key]) => !['description', '$schema', 'format'].includes(key) && !(key === 'pattern' && 'format' in at))
  return Object.fromEntries(left.map(([key, value]) => [key, bare(value)]))
}

test.each([
  ['a read', Read, readSchema],
  ['an answer', Answer, answerSchema],
  ['a record that a register sends', PublishedRecord, recordSchema],
])('%s is published as it is checked', (_name, schema, checked) => {
  expect(bare(schema)).toEqual(bare(z.toJSONSchema(checked, { io: 'input' })))
})

describe('the examples', () => {
  const examples = (content: Tree | undefined): unknown[] => Object.values(content?.['application/json']?.examples ?? {}).map((example: Tree) => example.value)
  const read = openApi.paths?.[READ_PATH]?.post
  const tell = openApi.paths?.['/registers/{register}/records']?.post

  it.each([
    ['of reads', examples(read?.requestBody?.content), readSchema],
    ['of answers', examples(read?.responses?.['200']?.content), answerSchema],
    ['of records', examples(tell?.requestBody?.content), recordSchema],
  ])('%s pass', (_name, values, schema) => {
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) expect(z.prettifyError(schema.safeParse(value).error ?? new z.ZodError([]))).toBe('')
  })
})

it('names the limits that hold', () => {
  const words = file.replaceAll(/\s+/g, ' ')
  expect(words).toContain(`A token lasts ${SIGNATURE_SECONDS} seconds; clocks may lie ${SKEW_SECONDS} seconds apart`)
  expect(words).toContain(`more than ${ANSWER_BYTES.toLocaleString('en')} bytes`)
  expect(words).toContain(`at most ${AT_ONCE} connections`)
  expect([FAILURES, words.includes(`After five failures in a row it gives the register up for ${GIVEN_UP_MS / 1000} seconds`)]).toEqual([5, true])
  expect(Object.keys(openApi.paths?.[READ_PATH]?.post?.responses?.['200']?.headers ?? {}).map((name) => name.toLowerCase())).toEqual([SIGNATURE_HEADER])
})
