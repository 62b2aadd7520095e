import { createHash } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { citizen } from '#tests/factories/play.ts'
import { openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

import { describeUpload, storeUpload } from './store-upload.ts'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const PDF = bytes('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const PNG = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
const JPEG = bytes('\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000\u0001\u0001\u0000\u0000\u0001\u0000\u0001\u0000\u0000\u00ff\u00d9')

const describeAs = async (name: string, content: Uint8Array) => (await describeUpload({ name, content })).mediaType
const nameOf = async (name: string) => (await describeUpload({ name, content: PDF })).name

describe('what a file is', () => {
  test('is told by its content', async () => {
    expect(await describeAs('plan.pdf', PDF)).toBe('application/pdf')
    expect(await describeAs('plan.png', PNG)).toBe('image/png')
    expect(await describeAs('plan.jpg', JPEG)).toBe('image/jpeg')
  })

  test('is not told by its name', async () => {
    expect(await describeAs('plan.pdf', PNG)).toBe('image/png')
    expect(await describeAs('virus.exe', PDF)).toBe('application/pdf')
    expect(await describeAs('no name at all', JPEG)).toBe('image/jpeg')
  })

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a picture that can run', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program', 'MZ\u0090\u0000\u0003\u0000\u0000\u0000'],
    ['a text', 'hello'],
    ['an archive', 'PK\u0003\u0004\u0014\u0000\u0000\u0000\u0000\u0000'],
    ['half a mark', '%PD'],
    ['nothing', ''],
  ])('is none of the kinds asked for when it is %s', async (_, content) => {
    expect(['application/pdf', 'image/png', 'image/jpeg']).not.toContain(await describeAs('plan.pdf', bytes(content)))
  })

  test('goes with its length and its fingerprint', async () => {
    expect(await describeUpload({ name: 'plan.pdf', content: PDF })).toMatchObject({ bytes: PDF.byteLength, sha256: createHash('sha256').update(PDF).digest('hex') })
    expect((await describeUpload({ name: 'x', content: bytes('') })).bytes).toBe(0)
  })
})

describe('a file’s name', () => {
  test.each([
    ['plan.pdf', 'plan.pdf'],
    ['平面图.pdf', '平面图.pdf'],
    ['مخطط الطابق.pdf', 'مخطط الطابق.pdf'],
    ['Cafe\u0301.pdf', 'Caf\u00e9.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\fakepath\\plan.pdf', 'plan.pdf'],
    ['/absolute/path/plan.pdf', 'plan.pdf'],
    ['folder/', 'file'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['\u2066x\u2069\u200e\u200f.pdf', 'x.pdf'],
    ['a"; filename="evil.html', 'a; filename=evil.html'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
    ['\u0000\u0007plan\u007f.pdf', 'plan.pdf'],
    ['<img src=x>|?*.pdf', 'img src=x.pdf'],
    ['  plan.pdf  ', 'plan.pdf'],
    ['', 'file'],
    ['   ', 'file'],
    ['"', 'file'],
    ['..', 'file'],
    ['.', 'file'],
  ])('%j becomes %j', async (given, kept) => expect(await nameOf(given)).toBe(kept))

  test('is cut to 120 characters, its ending kept', async () => {
    const long = await nameOf(`${'a'.repeat(500)}.pdf`)
    expect(long).toHaveLength(120)
    expect(long).toMatch(/^a+\.pdf$/)
  })

  test('is never cut within a character', async () => {
    const long = await nameOf(`${'𠮷'.repeat(500)}.pdf`)
    expect([...long]).toHaveLength(120)
    expect(long.isWellFormed()).toBe(true)
  })

  test('can always be written into a header', async () => {
    for (const name of ['平面图.pdf', `${'𠮷'.repeat(500)}.pdf`, '\u2028\u2029\u0085.pdf', '\ud800.pdf']) {
      const kept = await nameOf(name)
      expect(kept.isWellFormed(), JSON.stringify(name)).toBe(true)
      expect(kept, JSON.stringify(name)).not.toMatch(/\p{Cc}|\p{Zl}|\p{Zp}/u)
    }
  })
})

describe('keeping an upload', () => {
  let env: TestEnvironment
  beforeAll(async () => {
    env = await openTestEnvironment()
  })

  test('keeps its bytes, whose it is and when it came', async () => {
    const file = await storeUpload(env, citizen, { name: '../plan.pdf', content: PDF }, null)
    expect(file).toMatchObject({ name: 'plan.pdf', mediaType: 'application/pdf', bytes: PDF.byteLength })
    expect(await env.store.files.find(file.id)).toEqual({ ...file, owner: 'p1', createdAt: env.now() })
    expect(Buffer.from((await env.store.files.content(file.id)) ?? []).equals(PDF)).toBe(true)
  })

  test('keeps the same file twice under two names of its own', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => storeUpload(env, citizen, { name: 'plan.pdf', content: PDF }, null)))
    expect(one?.id).not.toBe(two?.id)
    expect(one?.sha256).toBe(two?.sha256)
  })
})
