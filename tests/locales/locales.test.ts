import { describe, expect, test } from 'vitest'

import { defaultLanguage, type Language, languages } from '#app/i18n/languages.ts'

import { countedKeys, formsOf, gapsOf, inAllLanguages, namespacesOf, treeOf, unsorted, withoutGaps } from './texts.ts'

const namespaces = namespacesOf(defaultLanguage)

/** Texts that are one name in every script. */
const BRAND = new Set(['ui:product.name'])

/** What stands between two names needs its spaces. */
const BETWEEN = new Set(['cases:history.colon', 'apply:waits.colon', 'portal:guide.and'])

const scripts = { 'zh-CN': /\p{Script=Han}/u, en: /\p{Script=Latin}/u, ar: /\p{Script=Arabic}/u } satisfies Record<Language, RegExp>

test('every language has the same files', () => {
  for (const language of languages) expect(namespacesOf(language)).toEqual(namespaces)
})

describe.each(namespaces)('%s', (namespace) => {
  const all = inAllLanguages(namespace)
  const counted = countedKeys(all)
  const forms = Object.fromEntries(languages.map((language) => [language, formsOf(all[language], counted)])) as Record<Language, ReturnType<typeof formsOf>>

  test('has the same keys in every language', () => {
    for (const language of languages) expect([...forms[language].keys()].sort()).toEqual([...forms.en.keys()].sort())
  })

  test('counts in exactly the forms of each language', () => {
    for (const language of languages) {
      const expected = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
      for (const key of counted) expect({ language, key, forms: [...(forms[language].get(key)?.keys() ?? [])].sort() }).toEqual({ language, key, forms: expected })
    }
  })

  test('leaves the same gaps to fill in every language', () => {
    for (const [key, english] of forms.en) {
      const expected = gapsOf(english.get('other') ?? english.get('') ?? '')
      for (const language of languages) {
        for (const [form, text] of forms[language].get(key) ?? []) {
          const gaps = gapsOf(text)
          // “One thing”, “two things” say the number in words.
          if (['zero', 'one', 'two'].includes(form)) expect({ language, key, extra: gaps.filter((gap) => !expected.includes(gap)) }).toEqual({ language, key, extra: [] })
          else expect({ language, key, gaps }).toEqual({ language, key, gaps: expected })
        }
      }
    }
  })

  test('has its keys in order', () => {
    for (const language of languages) expect(unsorted(treeOf(language, namespace))).toEqual([])
  })

  test('has no empty text, and no stray space', () => {
    for (const language of languages) {
      for (const [key, text] of all[language]) {
        expect(text.trim(), `${language} ${key}`).not.toBe('')
        if (!BETWEEN.has(`${namespace}:${key}`)) expect(text, `${language} ${key}`).toBe(text.trim().replaceAll(/\s+/g, ' '))
      }
    }
  })

  test('is written in each language’s own script', () => {
    for (const language of languages) {
      const untranslated = [...all[language]].filter(([key, text]) => {
        const words = withoutGaps(text)
        const same = languages.every((other) => all[other].get(key) === text)
        return /\p{L}/u.test(words) && !scripts[language].test(words) && !same && !BRAND.has(`${namespace}:${key}`)
      })
      expect({ language, untranslated }).toEqual({ language, untranslated: [] })
    }
  })

  test('has no words of another language’s script in it', () => {
    const foreign = { 'zh-CN': /\p{Script=Arabic}/u, en: /[\p{Script=Han}\p{Script=Arabic}]/u, ar: /\p{Script=Han}/u } satisfies Record<Language, RegExp>
    for (const language of languages) expect([...all[language]].filter(([, text]) => foreign[language].test(text))).toEqual([])
  })
})
