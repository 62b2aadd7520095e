import { expect, it } from 'vitest'

import { csvLine } from './csv-line.ts'

it('writes a record with CRLF, numbers plain and nothing for null', () => {
  expect(csvLine(['开办餐饮店', 3, null, -1.5, ''])).toBe('开办餐饮店,3,,-1.5,\r\n')
})

it('quotes commas, quotes and line breaks by RFC 4180', () => {
  expect(csvLine(['a,b', 'say "yes"', 'two\r\nlines'])).toBe('"a,b","say ""yes""","two\r\nlines"\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x")'])('neutralises %j', (text) => {
  expect(csvLine([text])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`)
})
