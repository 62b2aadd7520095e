import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { Actor } from '#app/kernel/case/actor.ts'
import { exportData } from '#app/use-cases/privacy/export-data.ts'
import { storeUpload } from '#app/use-cases/store-upload.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'
import { actor, begun, openTestEnvironment, submitted, type TestEnvironment } from '#tests/factories/environment.ts'

const schema = z.fromJSONSchema(JSON.parse(readFileSync('public/contracts/export.schema.json', 'utf8')))
type Citizen = Actor & { kind: 'citizen' }

async function exported(env: TestEnvironment, who: Citizen) {
  let text = ''
  for await (const piece of exportData(env, who, (number) => `masked ${number.length}`)) text += piece
  return { text, data: JSON.parse(text) }
}

// the definitions are read and proved once, which takes longest
beforeAll(async () => void (await openTestEnvironment()), 60_000)

describe('the copy of everything', () => {
  it('is as its schema says, and holds the applications, records and looks of whoever asks', async () => {
    const env = await openTestEnvironment('memory:', buildDataKeys())
    const who = await actor<'citizen'>(env, 'citizen-0001')
    const ref = await submitted(env, 'driving-licence-renewal', who.id)
    const draft = await begun(env, who, 'driving-licence-renewal')
    const { data } = await exported(env, who)
    expect(schema.parse(data)).toEqual(data)
    const person = await env.store.people.find(who.id)
    expect(data.person).toMatchObject({ name: person?.name, identity_number: person?.subject })
    expect(data.cases).toMatchObject([{ ref, applicant: { name: person?.name }, erased_at: null }])
    expect(data.cases[0].events[0]).toMatchObject({ type: 'submitted', by: 'citizen' })
    expect(Object.keys(data.cases[0].answers).length).toBeGreaterThan(3)
    expect(data.drafts).toMatchObject([{ id: draft }])
    expect(data.records.length).toBeGreaterThan(3)
    // reading for the copy is a look as well: the copy has it already
    expect(data.access.filter(({ purpose, by }: { purpose: string | null; by: string }) => purpose === null && by === 'self').length).toBeGreaterThanOrEqual(data.records.length)
  })

  it('holds nobody else’s: neither names nor numbers of those whose data were never theirs', async () => {
    const env = await openTestEnvironment('memory:', buildDataKeys())
    const [who, other] = [await actor<'citizen'>(env, 'citizen-0001'), await actor<'citizen'>(env, 'citizen-0000')]
    await submitted(env, 'restaurant-opening', other.id)
    const theirs = await env.store.people.find(other.id)
    const { text, data } = await exported(env, who)
    expect(data.cases).toEqual([])
    for (const word of [theirs?.subject ?? '?', theirs?.name ?? '?']) expect(text).not.toContain(word)
  })

  it('gives documents whole, byte by byte', async () => {
    const env = await openTestEnvironment('memory:', buildDataKeys())
    const who = await actor<'citizen'>(env, 'citizen-0001')
    const content = Uint8Array.from({ length: 3000 }, (_, index) => index % 251)
    const file = await storeUpload(env, who, { name: 'plan.pdf', content }, null)
    const id = await begun(env, who, 'driving-licence-renewal')
    const draft = await env.store.drafts.load(id)
    if (!draft) throw new Error('the draft is there')
    await env.store.drafts.save({ ...draft, version: draft.version + 1, answers: { ...draft.answers, plan: { value: file.id, source: 'applicant', envelope: null, file } } })
    const [document] = (await exported(env, who)).data.documents
    const bytes = Buffer.from(document.content_base64, 'base64')
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([3000, document.sha256])
    expect(document.name).toBe('plan.pdf')
  })
})
