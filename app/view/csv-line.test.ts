import fc from 'fast-check'
import { expect, it } from 'vitest'

import { csvLine } from './csv-line.ts'

it('writes a record with CRLF, numbers plain and nothing for null', () => {
  expect(csvLine(['开办餐饮店', 3, null, -1.5, ''])).toBe('开办餐饮店,3,,-1.5,\r\n')
})

it('quotes commas, quotes and line breaks by RFC 4180', () => {
  expect(csvLine(['a,b', 'say "yes"', 'two\r\nlines'])).toBe('"a,b","say ""yes""","two\r\nlines"\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1', '＋1', '－1', '＠SUM(A1)', '=HYPERLINK("http://x")'])('neutralises %j', (text) => {
  expect(csvLine([text])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`)
})

it('never begins a cell with what a spreadsheet runs, and keeps every text', () => {
  const text = fc.oneof(fc.string(), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '"', ','), fc.string()).map((parts) => parts.join('')))
  fc.assert(fc.property(text, (cell) => {
    const line = csvLine([cell])
    const body = line.slice(0, -2)
    const read = body.startsWith('"') ? body.slice(1, -1).replaceAll('""', '"') : body
    expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    expect([cell, `'${cell}`]).toContain(read)
  }))
})
