import { createSecretKey, randomBytes } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BrokenSeal } from '#db/vault/broken-seal.ts'
import { keyIdOf, openText, sealText } from '#db/vault/sealed-text.ts'

const key = { id: 'case:0190.a', secret: createSecretKey(randomBytes(32)) }
const place = 'cases/state/0190'
const text = sealText(key, place, 'Wang Xiulan')

/** Any text that can be: half pairs, nulls, right-to-left, and what looks like sealed text. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)), fc.constantFrom(text, `v1.${key.id}.`, 'v1.a.b.c'))
const anyValue = fc.oneof(anyText, fc.jsonValue({ noUnicodeString: false }).map((value): unknown => JSON.parse(JSON.stringify(value))))

describe('a sealed text', () => {
  it('gives back any text and any JSON value exactly', () => {
    fc.assert(fc.property(anyValue, (value) => void expect(openText(key, place, sealText(key, place, value))).toStrictEqual(value)))
  })

  it('names its key and no more, and is never the same twice', () => {
    expect(keyIdOf(text)).toBe(key.id)
    expect(text).toMatch(/^v1\.case:0190\.a\.[\w-]{16}\.[\w-]+$/)
    expect(sealText(key, place, 'Wang Xiulan')).not.toBe(text)
  })

  const flip = (at: number): string => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  const refused: [string, () => unknown][] = [
    ['moved to another row', () => openText(key, 'cases/state/0191', text)],
    ['moved to another column', () => openText(key, 'cases/applicant_name/0190', text)],
    ['another key of the same name', () => openText({ ...key, secret: createSecretKey(randomBytes(32)) }, place, text)],
    ['another key', () => openText({ ...key, id: 'case:0191' }, place, text)],
    ['cut at its end', () => openText(key, place, text.slice(0, -2))],
    ['cut to its head', () => openText(key, place, text.slice(0, 30))],
    ['made longer', () => openText(key, place, `${text}AA`)],
    ['another form', () => openText(key, place, text.replace('v1', 'v2'))],
    ['plain text', () => openText(key, place, 'Wang Xiulan')],
    ['nothing', () => openText(key, place, '')],
  ]
  it.each(refused)('is refused: %s', (_, open) => expect(open).toThrow(BrokenSeal))

  it('is refused with any letter changed, and says nothing of what was in it', () => {
    for (let at = 'v1.case:0190.a.'.length; at < text.length - 1; at += 1) {
      if (text[at] === '.') continue
      const open = () => openText(key, place, flip(at))
      expect(open).toThrow(BrokenSeal)
      expect(open).not.toThrow(/Wang|Xiulan|0190/)
    }
  })
})
