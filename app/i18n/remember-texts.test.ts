import { createInstance } from 'i18next'
import { beforeEach, describe, expect, it } from 'vitest'

import { rememberTexts } from './remember-texts.ts'

const resources = { en: { ui: { hello: 'Hello', named: 'Hello {{name}}', many_one: 'one', many_other: '{{count}}' }, own: { hello: 'Mine' } }, ar: { ui: { hello: 'مرحبا' } } }

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

  it('are worked out anew when values go into them', () => {
    const t = texts.getFixedT('en')
    expect([t('named', { name: 'Li' }), t('named', { name: 'Wu' })]).toEqual(['Hello Li', 'Hello Wu'])
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
