import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { fontCoverage, missingGlyphs } from './font-coverage.ts'

const read = (path: string) => fontCoverage(readFileSync(`node_modules/@expo-google-fonts/${path}`))
const chinese = read('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const arabic = read('noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf')

it('knows the characters of a font', () => {
  expect(chinese.size).toBeGreaterThan(30_000)
  expect([...'一A9，'].every((char) => chinese.has(char.codePointAt(0)!))).toBe(true)
  expect(arabic.has('م'.codePointAt(0)!)).toBe(true)
  expect(arabic.has('一'.codePointAt(0)!)).toBe(false)
})

it.each([...'骉䶮㛃𠅤𬭎𫖯𣲗'])('has the rare name character %s', (char) => expect(missingGlyphs(char, [chinese])).toEqual([]))

it('names what no font has, once, and passes over what has no shape', () => {
  expect(missingGlyphs('王 \u200f\u2067\u{e0100}\n م😀😀', [chinese, arabic])).toEqual(['😀'])
})

it('has both weights hold the same characters', () => {
  expect(read('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf').symmetricDifference(chinese).size).toBe(0)
  expect(read('noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf').symmetricDifference(arabic).size).toBe(0)
})
