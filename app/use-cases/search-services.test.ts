import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { foldText, wordsOf } from './fold-text.ts'
import { type SearchEntry, searchServices, type SearchText } from './search-services.ts'

const services = { 'restaurant-opening': 'business', 'driving-licence-renewal': 'transport', 'disabled-parking-badge': 'health' } as const

const textOf = (lang: string, id: string) => JSON.parse(readFileSync(`locales/${lang}/services/${id}.json`, 'utf8')) as SearchText

const entriesFor = (...langs: string[]): SearchEntry[] =>
  Object.entries(services).map(([id, theme]) => ({
    id, theme, audience: id === 'restaurant-opening' ? 'business' : 'person', texts: langs.map((lang) => textOf(lang, id)),
  }))

const entries = entriesFor('en', 'zh-CN', 'ar')
const search = (q: string, theme: string | null = null, audience: string | null = null) => searchServices(entries, { q, theme, audience })

describe('searchServices', () => {
  it.each([
    ['restaurant', 'restaurant-opening'],
    ['RESTAURANT', 'restaurant-opening'],
    ['ｒｅｓｔａｕｒａｎｔ', 'restaurant-opening'],
    ['restau', 'restaurant-opening'],
    ['restuarant', 'restaurant-opening'],
    ['resturant', 'restaurant-opening'],
    ['renew my driving licence', 'driving-licence-renewal'],
    ['drivers license', 'driving-licence-renewal'],
    ['blue badge', 'disabled-parking-badge'],
    ['parkng', 'disabled-parking-badge'],
    ['驾照', 'driving-licence-renewal'],
    ['我要换驾照', 'driving-licence-renewal'],
    ['开饭店', 'restaurant-opening'],
    ['مطعم', 'restaurant-opening'],
    ['المطعم', 'restaurant-opening'],
    ['إفتتاح', 'restaurant-opening'],
    ['تَجديد رُخصه', 'driving-licence-renewal'],
    ['اعاقه', 'disabled-parking-badge'],
  ])('finds %s first', (q, id) => expect(search(q).ids[0]).toBe(id))

  it.each(['xyzzy', '不存在', 'z'.repeat(5000)])('finds nothing for %.10s', (q) => expect(search(q).ids).toEqual([]))

  it.each(['', ' !!!??? '])('shows all in their own order for %j', (q) => expect(search(q).ids).toEqual(Object.keys(services)))

  it('prefers the reader’s own language and the title', () => {
    const car = search('car').ids
    expect(car).toContain('driving-licence-renewal')
    expect(searchServices(entriesFor('zh-CN', 'en'), { q: 'licence', theme: null, audience: null }).ids[0]).toBe('driving-licence-renewal')
  })

  it('narrows by theme and by who applies, and counts each without its own filter', () => {
    expect(search('', 'health').ids).toEqual(['disabled-parking-badge'])
    expect(search('', null, 'business').ids).toEqual(['restaurant-opening'])
    expect(search('', 'health', 'business').ids).toEqual([])
    expect(search('', 'health', 'person')).toMatchObject({ themes: { health: 1, transport: 1 }, audiences: { person: 1 } })
  })
})

it('folds what readers write in more than one way', () => {
  expect(foldText('Café ＡＢ')).toBe('cafe ab')
  expect(foldText('إعاقة')).toBe(foldText('اعاقه'))
  expect(foldText('مُسْتَشْفى')).toBe(foldText('مستشفي'))
  expect(wordsOf('我要开饭店 2 restaurants')).toEqual(['我要开饭店', '2', 'restaurants'])
})
