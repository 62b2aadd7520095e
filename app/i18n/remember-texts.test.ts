import { createInstance } from 'i18next'
import { beforeEach, describe, expect, it } from 'vitest'

import { rememberTexts } from './remember-texts.ts'

const resources = { en: { ui: { hello: 'Hello', named: 'Hello {{name}}', list: '{{ name }}: $t(hello), {{left, number}}', left_one: '{{name}} has one', left_other: '{{name}} has {{count}}', many_one: 'one', many_other: '{{count}}' }, own: { hello: 'Mine' } }, ar: { ui: { hello: 'مرحبا' } } }

let texts: ReturnType<typeof createInstance>
beforeEach(async () => {
  const instance = createInstance()
  await instance.init({ lng: 'en', fallbackLng: 'en', ns: ['ui', 'own'], defaultNS: 'ui', resources, interpolation: { escapeValue: false } })
  texts = rememberTexts(instance)
})

describe('texts that are remembered', () => {
  it('are those of their language and namespace, however often they are asked for', () => {
    for (let times = 0; times < 3; times += 1) {
      expect(texts.getFixedT('en')('hello')).toBe('Hello')
      expect(texts.getFixedT('ar')('hello')).toBe('مرحبا')
      expect(texts.getFixedT('en', 'own')('hello')).toBe('Mine')
      expect(texts.getFixedT('en')('own:hello')).toBe('Mine')
    }
  })

  it('are filled with the values they are asked with', () => {
    const t = texts.getFixedT('en')
    expect([t('named', { name: 'Li' }), t('named', { name: 'Wu' }), t('named', { name: 3 })]).toEqual(['Hello Li', 'Hello Wu', 'Hello 3'])
    expect([t('left', { name: 'Li', count: 1 }), t('left', { name: 'Wu', count: 2 }), t('left', { name: 'Li', count: 2 })]).toEqual(['Li has one', 'Wu has 2', 'Li has 2'])
  })

  it('are what i18next would answer, whatever goes into them', async () => {
    const plain = createInstance()
    await plain.init({ lng: 'en', fallbackLng: 'en', ns: ['ui', 'own'], defaultNS: 'ui', resources, interpolation: { escapeValue: false } })
    // i18next's own types know of no keys here
    const [ours, theirs] = [texts.getFixedT('en'), plain.getFixedT('en')] as unknown as ((key: unknown, values: unknown) => unknown)[]
    const names = ['{{name}}', '$t(hello)', '$&', '<b>', '\u0000', '', '{{count}}', '}}']
    const asked = [...names.flatMap((name) => ['named', 'left', 'list', 'absent'].flatMap((key) => [[key, { name }], [key, { name, count: 2, left: 5 }]])), ['named', {}], ['named', { name: 'Li', context: 'male' }], ['hello', { ns: 'own' }], ['absent', { defaultValue: 'instead' }], ['named', { name: null }]] as const
    for (const [key, values] of asked) for (let times = 0; times < 2; times += 1) expect(ours?.(key, values), `${String(key)} ${JSON.stringify(values)}`).toBe(theirs?.(key, values))
  })

  it('are the first of several that there is, and are known to be there or not', () => {
    const t = texts.getFixedT('en')
    for (let times = 0; times < 2; times += 1) {
      expect([t(['absent', 'hello']), t(['hello', 'absent'])]).toEqual(['Hello', 'Hello'])
      expect([texts.exists('hello'), texts.exists('absent'), texts.exists('own:hello', { lng: 'en' }), texts.exists('own:hello', { lng: 'ar', fallbackLng: 'ar' })]).toEqual([true, false, true, false])
    }
  })

  it('are left to i18next where it escapes what goes into them', async () => {
    const escaping = createInstance()
    await escaping.init({ lng: 'en', resources, defaultNS: 'ui' })
    expect(rememberTexts(escaping).getFixedT('en')('named', { name: '<b>' })).toBe('Hello &lt;b&gt;')
  })

  it('are those of their count, however often they are asked for', () => {
    const t = texts.getFixedT('en')
    for (let times = 0; times < 2; times += 1) {
      expect([t('many', { count: 1 }), t('many', { count: 2 }), t('many', { count: 12 })]).toEqual(['one', '2', '12'])
      expect([t('named', { count: 1, name: 'Li' }), t('named', { count: 1, name: 'Wu' })]).toEqual(['Hello Li', 'Hello Wu'])
    }
  })

  it('are asked of one function, which knows its language', () => {
    expect(texts.getFixedT('ar')).toBe(texts.getFixedT('ar'))
    // i18next says nothing of these in its types
    const known = texts.getFixedT('ar', 'ui')
    expect([Reflect.get(known, 'lng'), Reflect.get(known, 'ns')]).toEqual(['ar', 'ui'])
  })

  it('are those of a clone in its own language', () => {
    const clone = texts.cloneInstance({ lng: 'ar' })
    expect(clone.getFixedT('ar')('hello')).toBe('مرحبا')
    expect(texts.getFixedT('en')('hello')).toBe('Hello')
  })
})
