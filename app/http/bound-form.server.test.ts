import { describe, expect, test } from 'vitest'

import { boundForm } from './bound-form.server.ts'

async function read(body: BodyInit, type?: string): Promise<FormData> {
  const request = new Request('http://x/', { method: 'POST', body, ...(type !== undefined && { headers: { 'Content-Type': type } }) })
  boundForm(request)
  return request.formData()
}

const status = (body: string, type?: string) => read(body, type).then(() => 200, (thrown: unknown) => (thrown instanceof Response ? thrown.status : thrown))

describe('a form', () => {
  test('is read as it was sent', async () => {
    const form = await read(new URLSearchParams([['a', '1'], ['a', '2'], ['b', '平面图']]))
    expect([form.getAll('a'), form.get('b')]).toEqual([['1', '2'], '平面图'])
  })

  test('in parts gives its fields and no file', async () => {
    const sent = new FormData()
    sent.append('a', '1')
    sent.append('file', new File(['x'.repeat(100_000)], 'x.pdf'))
    sent.append('b', '2')
    expect([...(await read(sent)).entries()]).toEqual([['a', '1'], ['b', '2']])
  })

  test('in 10,000 parts gives no more than a page has', async () => {
    const sent = new FormData()
    for (let number = 0; number < 10_000; number += 1) sent.append(`field${number}`, 'x'.repeat(20))
    expect([...(await read(sent)).keys()].length).toBe(50)
  })
})

test.each([
  ['JSON', '{"a":1}', 'application/json'],
  ['a text', 'a=1', 'text/plain'],
  ['parts without a boundary', 'x', 'multipart/form-data'],
  ['parts that break off', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', 'multipart/form-data; boundary=x'],
])('%s is no form, which is said and not a failure', async (_name, body, type) => expect(await status(body, type)).toBe(400))
