import { describe, expect, test } from 'vitest'

import { defaultLanguage } from '#app/i18n/languages.ts'

import { calls, mentions } from './code.ts'
import { keysOf, namespacesOf } from './texts.ts'

/** Their keys come from the definitions, registers and problems themselves; other tests hold those against the texts. */
const FROM_DATA = new Set(['concepts', 'departments', 'problems', 'registers', 'roles'])

const pages = namespacesOf(defaultLanguage).filter((name) => !name.startsWith('services/') && !FROM_DATA.has(name))

/** The one frame that is open at its beginning: `portal:${texts}.${value}`, `texts` being one of two words (facets-of.ts). */
const OPEN_FRAMES: Readonly<Record<string, RegExp>> = { portal: /^(audience|theme)\./ }

describe.each(pages)('the texts of %s', (namespace) => {
  const said = mentions().filter((one) => one.namespace === namespace || one.namespace === null)

  test('are all shown somewhere', () => {
    expect(keysOf(namespace).filter((key) => !OPEN_FRAMES[namespace]?.test(key) && !said.some(({ pattern }) => pattern.test(key)))).toEqual([])
  })
})

test('every text that the code asks for is there', () => {
  const known = new Map(namespacesOf(defaultLanguage).map((namespace) => [namespace, keysOf(namespace)]))
  const asked = calls()
  expect(asked.length).toBeGreaterThan(400)
  const missing = asked.filter(({ namespace, pattern }) => !known.get(namespace)?.some((key) => pattern.test(key)))
  expect(missing.map(({ path, line, namespace, key }) => `${path}:${line} ${namespace}:${key}`)).toEqual([])
})
