import { describe, expect, test } from 'vitest'

import { readUpload } from './read-upload.server.ts'

const MAX = 1000
const BOUNDARY = 'Xx-boundary-xX'

const field = (name: string, value: string): string => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, content: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="plan"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n`
const END = `--${BOUNDARY}--\r\n`

const post = (body: string | FormData, type?: string): Request =>
  new Request('http://localhost/', { method: 'POST', body, headers: type ? { 'Content-Type': type } : {} })
const multipart = (...parts: string[]): Request => post(parts.join(''), `multipart/form-data; boundary=${BOUNDARY}`)

/** A body that comes in pieces, as from a network. */
function inPieces(pieces: readonly string[], breaks = false): Request {
  const queue = [...pieces]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = queue.shift()
      if (next !== undefined) return controller.enqueue(new TextEncoder().encode(next))
      return breaks ? controller.error(new Error('the line broke')) : controller.close()
    },
  })
  return new Request('http://localhost/', { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` } })
}

const said = (fields: FormData | undefined) => [...(fields ?? [])]
const content = (upload: Awaited<ReturnType<typeof readUpload>>) => upload?.file && new TextDecoder().decode(upload.file.content)

describe('a form that is sound', () => {
  test('without a file gives its fields', async () => {
    const upload = await readUpload(multipart(field('intent', 'save'), END), MAX)
    expect(upload).toMatchObject({ file: null, tooLarge: false })
    expect(said(upload?.fields)).toEqual([['intent', 'save']])
  })

  test('in which no file was chosen has none', async () => {
    expect(await readUpload(multipart(file('', ''), END), MAX)).toMatchObject({ file: null, tooLarge: false })
  })

  test('with one file gives it, and the fields before and after', async () => {
    const upload = await readUpload(multipart(field('a', '1'), file('plan.pdf', '%PDF-1.7'), field('b', '平面图'), END), MAX)
    expect(upload?.file?.name).toBe('plan.pdf')
    expect(content(upload)).toBe('%PDF-1.7')
    expect(said(upload?.fields)).toEqual([['a', '1'], ['b', '平面图']])
  })

  test('as a browser makes it keeps a file’s name in any script', async () => {
    const form = new FormData()
    form.set('plan', new File(['%PDF-1.7'], '平面图 مخطط.pdf'))
    expect((await readUpload(post(form), MAX))?.file?.name).toBe('平面图 مخطط.pdf')
  })

  test('with two files gives the first and no other', async () => {
    const upload = await readUpload(multipart(file('one.pdf', 'one'), file('two.pdf', 'two'), END), MAX)
    expect(upload?.file?.name).toBe('one.pdf')
    expect(content(upload)).toBe('one')
  })

  test('with an empty file says so by its length', async () => {
    const upload = await readUpload(multipart(file('empty.pdf', ''), END), MAX)
    expect(upload?.file?.content.byteLength).toBe(0)
  })

  test('is read across any cut of its bytes', async () => {
    const whole = field('a', '1') + file('plan.pdf', '0123456789'.repeat(20)) + END
    for (const size of [1, 7, 64]) {
      const upload = await readUpload(inPieces(whole.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []), MAX)
      expect(content(upload)).toBe('0123456789'.repeat(20))
    }
  })
})

describe('a file that is too large', () => {
  test('is dropped and said to be', async () => {
    expect(await readUpload(multipart(file('big.pdf', 'x'.repeat(MAX + 1)), field('after', 'it'), END), MAX)).toMatchObject({ file: null, tooLarge: true })
  })

  test('is read to its end all the same', async () => {
    const upload = await readUpload(multipart(file('big.pdf', 'x'.repeat(500_000)), field('after', 'it'), END), MAX)
    expect(said(upload?.fields)).toEqual([['after', 'it']])
  })

  test('is not one of exactly the length allowed', async () => {
    const upload = await readUpload(multipart(file('just.pdf', 'x'.repeat(MAX)), END), MAX)
    expect(upload).toMatchObject({ tooLarge: false, file: { name: 'just.pdf' } })
    expect(upload?.file?.content.byteLength).toBe(MAX)
  })
})

describe('what is no such form', () => {
  test.each([
    ['a plain form', 'a=1', 'application/x-www-form-urlencoded'],
    ['JSON', '{}', 'application/json'],
    ['multipart of another kind', field('a', '1') + END, `multipart/mixed; boundary=${BOUNDARY}`],
    ['one that names no boundary', field('a', '1') + END, 'multipart/form-data'],
    ['JSON that poses as one', '{"plan": "%PDF"}', `multipart/form-data; boundary=${BOUNDARY}`],
    ['one with another boundary than it says', field('a', '1') + END, 'multipart/form-data; boundary=another'],
    ['an empty body', '', `multipart/form-data; boundary=${BOUNDARY}`],
  ])('answers null: %s', async (_, body, type) => {
    expect(await readUpload(post(body, type), MAX)).toBeNull()
  })

  test('answers null when there is no body at all', async () => {
    const type = `multipart/form-data; boundary=${BOUNDARY}`
    expect(await readUpload(new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': type } }), MAX)).toBeNull()
  })
})

describe('a body that breaks off', () => {
  const whole = field('a', '1') + file('plan.pdf', 'x'.repeat(300)) + END

  test.each([10, field('a', '1').length, field('a', '1').length + 60, whole.length - 100, whole.length - END.length - 2])('answers null after %i bytes, and does not wait for more', async (length) => {
    expect(await readUpload(multipart(whole.slice(0, length)), MAX)).toBeNull()
  })

  test.each([10, field('a', '1').length + 60, whole.length - 100])('answers null when the line breaks after %i bytes', async (length) => {
    expect(await readUpload(inPieces([whole.slice(0, length)], true), MAX)).toBeNull()
  })
})

test('of a hundred fields fifty are kept', async () => {
  const upload = await readUpload(multipart(...Array.from({ length: 100 }, (_, i) => field(`f${i}`, `${i}`)), END), MAX)
  expect(said(upload?.fields)).toHaveLength(50)
})
