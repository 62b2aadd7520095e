import { describe, expect, test } from 'vitest'

import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { dictionaryView } from '#app/view/data/dictionary-view.ts'
import { registerView } from '#app/view/data/register-view.ts'

import { describeDictionary } from './describe-dictionary.ts'
import { describeRegister, listRegisters } from './describe-registers.ts'

const catalogue = readCatalogue('workflows').catalogue!
const env = { catalogue, now: () => Date.parse('2026-03-02T09:00:00+08:00') }
const texts = loadLocales('locales')

test('every register, field and agreement is shown, each once', () => {
  const described = listRegisters(env).map(({ id }) => describeRegister(env, id)!)
  expect(described.map(({ id }) => id)).toEqual(Object.keys(catalogue.registers))
  expect(described.flatMap(({ agreements }) => agreements.map(({ id }) => id)).sort()).toEqual(Object.values(catalogue.agreements).map(({ id }) => id).sort())
  for (const register of described) {
    expect(register.kinds.flatMap(({ name, fields }) => fields.map((field) => `${name}.${field.name}`))).toEqual(
      Object.values(catalogue.registers[register.id]!.entities).flatMap(({ name, fields }) => Object.keys(fields).map((field) => `${name}.${field}`)),
    )
    expect(register.fields).toBe(register.kinds.flatMap(({ fields }) => fields).length)
  }
})

test.each(['', 'nothing', 'constructor', '__proto__', 'toString'])('there is no register %j', (id) => expect(describeRegister(env, id)).toBeNull())

test('who reads a register, who asks for the same, and who writes into it', () => {
  const traffic = describeRegister(env, 'traffic')!
  expect(traffic.readers).toEqual(expect.arrayContaining(['driving-licence-renewal', 'low-income-benefit']))
  const permits = describeRegister(env, 'permits')!
  expect(permits.writers).toEqual([{ service: 'restaurant-opening', entity: 'food' }])
  const seats = permits.kinds.flatMap(({ fields }) => fields).find(({ name }) => name === 'seats')
  expect(seats?.askers).toContain('restaurant-opening')
})

test('an agreement past its day is shown as expired, one that ends soon as ending', () => {
  const at = (until: string) => {
    const agreements = Object.fromEntries(Object.entries(catalogue.agreements).map(([key, one]) => [key, { ...one, until }]))
    return new Set(describeRegister({ ...env, catalogue: { ...catalogue, agreements } }, 'tax')!.agreements.map(({ standing }) => standing))
  }
  expect([at('2026-03-01'), at('2026-03-02'), at('2026-12-31')]).toEqual([new Set(['expired']), new Set(['ending']), new Set(['in_force'])])
})

describe.each(languages)('in %s', (lang) => {
  const t = texts.getFixedT(lang)

  test('every page has all its texts', () => {
    // A text that is missing throws here.
    for (const { id } of listRegisters(env)) {
      const view = registerView(t, lang, catalogue.services, describeRegister(env, id)!)
      expect(view.about).not.toBe('')
      expect(new Set(view.kinds.map(({ title }) => title)).size).toBe(view.kinds.length)
    }
    expect(dictionaryView(t, lang, catalogue.services, describeDictionary(env), '')).toHaveLength(Object.keys(catalogue.concepts).length)
  })

  test('the dictionary finds a concept by its label, its technical name and its register', () => {
    const find = (query: string) => dictionaryView(t, lang, catalogue.services, describeDictionary(env), query)
    for (const query of [t('concepts:penalty_points.label'), 'penalty_points', `PENALTY ${t('registers:traffic.name')}`]) expect(find(query).map(({ name }) => name), query).toContain('penalty_points')
    expect([find('zzzzzz'), find('!?')]).toEqual([[], []])
  })
})

test('the dictionary says where a concept is held and who asks for it', () => {
  const uses = describeDictionary(env)
  expect(uses.find(({ concept }) => concept.name === 'full_name')?.holders).toContainEqual({ register: 'population', entity: 'person', field: 'full_name' })
  for (const { concept, holders } of uses) {
    for (const { register, entity, field } of holders) expect(catalogue.registers[register]?.entities[entity]?.fields[field]?.name).toBe(concept.name)
  }
  const held = Object.values(catalogue.registers).flatMap(({ entities }) => Object.values(entities).flatMap(({ fields }) => Object.keys(fields)))
  expect(uses.flatMap(({ holders }) => holders)).toHaveLength(held.length)
})
