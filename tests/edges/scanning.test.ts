import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { clamav } from '#app/scanner/clamav.ts'
import { fileContent } from '#app/use-cases/file-content.ts'
import { openFile } from '#app/use-cases/open-file.ts'
import { runScans } from '#app/use-cases/run-scans.ts'
import { saveUpload } from '#app/use-cases/save-upload.ts'
import { storeUpload } from '#app/use-cases/store-upload.ts'
import { samplePdf } from '#db/demo/paperwork.ts'
import { actor, begun, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

import { EICAR, startClamd } from './clamd.ts'

let clamd: Awaited<ReturnType<typeof startClamd>>
let env: TestEnvironment
beforeAll(async () => {
  clamd = await startClamd()
})
afterAll(() => clamd.stop())
beforeEach(async () => {
  clamd.manner = 'works'
  env = await openTestEnvironment()
  env.scan = clamav('127.0.0.1', clamd.port, 300)
})

const pdf = (words: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from(samplePdf('plan')), Buffer.from(`% ${words}\n`)]))
const noAnswer = ['half a reply', 'nonsense', 'hangs up', 'silent'] as const

test('the marker is that of the test file of EICAR', () => expect([EICAR.length, EICAR.startsWith('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-'), EICAR.endsWith('FILE!$H+H*')]).toEqual([68, true, true]))

describe('the daemon', () => {
  test.each([[0], [1], [65_535], [65_536], [65_537], [3_000_000]])('is sent all %i bytes', async (bytes) => {
    expect(await env.scan?.(new Uint8Array(bytes))).toBe('clean')
    expect(clamd.scanned.at(-1)).toBe(bytes)
  })

  test('finds malware anywhere in a file', async () => {
    for (const before of [0, 65_530, 200_000]) expect(await env.scan?.(new Uint8Array(Buffer.from('x'.repeat(before) + EICAR)))).toBe('infected')
  })

  test.each(noAnswer)('that is or says %s has not called anything clean', async (manner) => {
    clamd.manner = manner
    expect(await env.scan?.(pdf('x'))).toBe('no_answer')
  })

  test('that is not there has said nothing', async () => expect(await clamav('127.0.0.1', 1, 300)(pdf('x'))).toBe('no_answer'))
})

describe('an upload', () => {
  const upload = async (content: Uint8Array) => {
    const citizen = await actor<'citizen'>(env, 'citizen-0000')
    const draft = await begun(env, citizen, 'restaurant-opening', { company: citizen.companies[0] ?? null })
    const saved = await saveUpload(env, citizen, draft, 'floor_plan', { name: 'plan.pdf', content })
    const file = (await env.store.drafts.load(draft))?.answers.floor_plan?.file?.id ?? null
    return { citizen, saved, file }
  }

  test('with malware is refused, by name, and not kept', async () => {
    const { saved, file } = await upload(pdf(EICAR))
    expect(saved).toEqual({ ok: false, problem: { code: 'invalid', fields: [{ name: 'floor_plan', code: 'infected_file' }] } })
    expect(file).toBeNull()
    expect(await env.store.security.uses(0)).toMatchObject([{ kind: 'malware', person: 'citizen-0000', count: 1 }])
  })

  test('that is clean is given to its owner at once', async () => {
    const { citizen, saved, file } = await upload(pdf('harmless'))
    expect(saved).toMatchObject({ ok: true })
    expect((await openFile(env, citizen, file ?? '', null))?.content?.length).toBeGreaterThan(0)
  })

  test.each(noAnswer)('is kept while the scanner is %s, given to nobody, and given once it was scanned', async (manner) => {
    clamd.manner = manner
    const { citizen, saved, file } = await upload(pdf('harmless'))
    expect(saved).toMatchObject({ ok: true })
    expect(await openFile(env, citizen, file ?? '', null)).toMatchObject({ content: null })
    expect(await runScans(env)).toEqual({ scanned: 0, infected: [] })
    clamd.manner = 'works'
    expect(await runScans(env)).toEqual({ scanned: 1, infected: [] })
    expect((await openFile(env, citizen, file ?? '', null))?.content?.length).toBeGreaterThan(0)
  })

  test('in which malware is found later is gone for everybody, its owner too', async () => {
    clamd.manner = 'silent'
    const { citizen, file } = await upload(pdf(EICAR))
    clamd.manner = 'works'
    expect(await runScans(env)).toEqual({ scanned: 1, infected: [file] })
    expect([await openFile(env, citizen, file ?? '', null), await fileContent(env, file ?? '')]).toEqual([null, { ok: false, why: 'infected' }])
  })

  test('from before there was a scanner is scanned before it is given', async () => {
    const citizen = await actor<'citizen'>(env, 'citizen-0000')
    const old = await storeUpload(env, citizen, { name: 'old.pdf', content: pdf('old') }, null)
    expect(await fileContent(env, old.id)).toEqual({ ok: false, why: 'withheld' })
    await runScans(env)
    expect(await fileContent(env, old.id)).toMatchObject({ ok: true })
  })

  test('is given as ever where there is no scanner, but for what was found infected', async () => {
    delete env.scan
    const citizen = await actor<'citizen'>(env, 'citizen-0000')
    const file = await storeUpload(env, citizen, { name: 'a.pdf', content: pdf('a') }, null)
    expect(await fileContent(env, file.id)).toMatchObject({ ok: true })
    await env.store.scans.put(file.id, 'infected', 1)
    expect(await fileContent(env, file.id)).toEqual({ ok: false, why: 'infected' })
  })
})
