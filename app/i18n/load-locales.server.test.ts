import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { forLanguage, loadLocales } from './load-locales.server.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'locales-'))
  write('en/ui.json', { back: 'Back', days: { left_one: '{{count}} day left', left_other: '{{count}} days left' }, name: 'Name: {{name}}' })
  write('en/services/restaurant-opening.json', { title: 'Open a restaurant' })
  write('zh-CN/ui.json', { back: '返回' })
  write('zh-CN/services/restaurant-opening.json', { title: '开办餐饮店' })
})
afterEach(() => rmSync(dir, { recursive: true }))

function write(path: string, texts: object): void {
  mkdirSync(join(dir, path, '..'), { recursive: true })
  writeFileSync(join(dir, path), JSON.stringify(texts))
}

it('reads general texts and those of each service', () => {
  const english = forLanguage(loadLocales(dir), 'en')
  expect(english.t('back')).toBe('Back')
  expect(english.t('services/restaurant-opening:title')).toBe('Open a restaurant')
})

it('keeps one clone a language, and leaves the others alone', () => {
  const texts = loadLocales(dir)
  expect(forLanguage(texts, 'en')).toBe(forLanguage(texts, 'en'))
  expect(forLanguage(texts, 'en').language).toBe('en')
  expect(forLanguage(texts, 'zh-CN').t('back')).toBe('返回')
})

it('counts in the way of the language and leaves escaping to React', () => {
  const english = forLanguage(loadLocales(dir), 'en')
  expect(english.t('days.left', { count: 1 })).toBe('1 day left')
  expect(english.t('days.left', { count: 3 })).toBe('3 days left')
  expect(english.t('name', { name: '<O\'Neill & Sons>' })).toBe("Name: <O'Neill & Sons>")
})

it('fails a test that asks for a text which is missing', () => {
  expect(() => forLanguage(loadLocales(dir), 'zh-CN').t('nonsense')).toThrow('No text for ui:nonsense in zh-CN')
})
