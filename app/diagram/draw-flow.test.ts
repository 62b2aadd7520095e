// @vitest-environment jsdom
import fc from 'fast-check'
import type { TFunction } from 'i18next'
import { describe, expect, test } from 'vitest'

import { languages } from '#app/i18n/languages.ts'
import { randomDefinition } from '#tests/factories/random-definition.ts'

import { allServices, keysOnly, serviceNamed, textsIn } from './all-services.fixture.ts'
import { drawFlow } from './draw-flow.ts'
import { flowPicture } from './flow-picture.ts'
import { standalone } from './standalone.ts'

/** Read as XML is read: strictly. */
function parsed(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  return document
}
const all = (document: Document): Element[] => [...document.querySelectorAll('*')]

describe.each(languages)('in %s', (lang) => {
  const t = textsIn(lang)

  test.each(allServices.map((definition) => [definition.service, definition] as const))('%s is a picture with a name and a description', (_, definition) => {
    const document = parsed(drawFlow(t, lang, definition, null))
    const root = document.documentElement
    expect(root.getAttribute('role')).toBe('img')
    expect(root.getAttribute('direction')).toBe(lang === 'ar' ? 'rtl' : 'ltr')
    expect(root.querySelector('title')?.textContent).toContain(t(`services/${definition.service}:title`))
    expect(root.querySelector('desc')?.textContent).toBe(t('portal:diagram.description'))
  })

  test('nothing in it needs a style, an id or a script', () => {
    for (const definition of allServices) {
      for (const element of all(parsed(drawFlow(t, lang, definition, null)))) {
        const names = element.getAttributeNames()
        expect(names.filter((name) => name === 'style' || name === 'id' || name.startsWith('on'))).toEqual([])
        expect(['script', 'style', 'foreignObject', 'image', 'use', 'a']).not.toContain(element.localName)
      }
    }
  })
})

test('a text is only ever text', () => {
  const hostile = ((key: string) => (key.includes('steps.') ? '<script>alert("1")</script> & </text>\u0007' : key)) as TFunction
  const document = parsed(drawFlow(hostile, 'en', serviceNamed('restaurant-opening'), null))
  expect(document.querySelector('script')).toBeNull()
  expect(document.documentElement.textContent).toContain('<script>')
})

test('any flow can be drawn', () => {
  fc.assert(fc.property(randomDefinition, (definition) => void parsed(drawFlow(keysOnly, 'ar', definition, null))), { numRuns: 100 })
})

test('a picture that stands alone brings its style', () => {
  const document = parsed(standalone(drawFlow(textsIn('en'), 'en', serviceNamed('newborn'), null)))
  expect(document.querySelector('style')?.textContent).toContain('.ot-flow__box--perhaps')
  const named = new Set([...(document.querySelector('style')?.textContent ?? '').matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name))
  for (const name of named) expect(document.querySelector('style')?.textContent, name).toContain(`${name}:`)
})

test('a picture is drawn once for each language and definition', () => {
  const definition = serviceNamed('newborn')
  expect(flowPicture(textsIn('en'), 'en', definition)).toBe(flowPicture(keysOnly, 'en', definition))
  expect(flowPicture(textsIn('ar'), 'ar', definition)).not.toBe(flowPicture(textsIn('en'), 'en', definition))
})
