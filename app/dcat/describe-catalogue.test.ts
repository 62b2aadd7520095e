import { expect, test } from 'vitest'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { languages } from '#app/i18n/languages.ts'

import { addressesAt } from './addresses.ts'
import { describeCatalogue } from './describe-catalogue.ts'
import { saidInAll } from './said-in-all.ts'

const ORIGIN = 'https://portal.example'
const catalogue = readCatalogue('workflows').catalogue!
const addresses = addressesAt(ORIGIN)
const say = saidInAll(loadLocales('locales'))
// As it goes over the wire.
const described = JSON.parse(JSON.stringify(describeCatalogue({ catalogue, addresses, say }))) as { '@context': Record<string, unknown>; '@graph': Thing[] }
const graph = described['@graph']
const context = described['@context']

type Thing = { '@id': string; '@type': string | string[]; [property: string]: unknown }

const KEYWORDS = ['@id', '@type', '@value', '@language']
const OUTSIDE = /^(http:\/\/publications\.europa\.eu\/resource\/authority\/(language|data-theme|access-right|frequency|file-type)(\/[A-Z_0-9]+)?|https:\/\/www\.iana\.org\/assignments\/media-types\/application\/json)$/

/** Every object below, with the property that leads to it. */
function* within(node: unknown, property = ''): Generator<[string, Record<string, unknown>]> {
  if (Array.isArray(node)) for (const one of node) yield* within(one, property)
  else if (node !== null && typeof node === 'object') {
    yield [property, node as Record<string, unknown>]
    for (const [key, inner] of Object.entries(node)) yield* within(inner, key)
  }
}

const objects = [...within(graph)]
const isSpoken = (property: string): boolean => JSON.stringify(context[property] ?? '').includes('@language')
const isReference = (one: Record<string, unknown>): boolean => Object.keys(one).join() === '@id'
const ofType = (type: string): Thing[] => graph.filter((node) => [node['@type']].flat().includes(type))
const all = (value: unknown): { '@id': string }[] => [value].flat() as { '@id': string }[]

test('every register is a dataset of the catalogue, every agreement a policy of its register', () => {
  const [catalog, ...more] = ofType('dcat:Catalog')
  expect(more).toEqual([])
  expect(ofType('dcat:Dataset').map((one) => one['dct:identifier'])).toEqual(Object.keys(catalogue.registers))
  expect(all(catalog?.['dcat:dataset']).map((one) => one['@id'])).toEqual(ofType('dcat:Dataset').map((one) => one['@id']))
  const policies = ofType('dcat:Dataset').flatMap((one) => all(one['odrl:hasPolicy']).map((to) => to['@id']))
  expect(policies.toSorted()).toEqual(ofType('odrl:Agreement').map((one) => one['@id']).toSorted())
  expect(ofType('odrl:Agreement').map((one) => one['dct:identifier'])).toEqual(Object.values(catalogue.agreements).map(({ id }) => id))
  expect(policies.length).toBeGreaterThan(50)
})

test('an agreement lets its service’s department read exactly its fields, for the service, up to its day', () => {
  for (const { id, register, service, fields, until } of Object.values(catalogue.agreements)) {
    const node = graph.find((one) => one['@id'] === addresses.agreement(register, id))!
    expect([node['odrl:assigner'], node['odrl:assignee']]).toEqual([{ '@id': addresses.department(catalogue.registers[register]!.owner) }, { '@id': addresses.department(catalogue.services[service]!.lead) }])
    const permission = node['odrl:permission'] as Record<string, unknown>
    expect(all(permission['odrl:target']).map((to) => to['@id'])).toEqual(Object.entries(fields).flatMap(([entity, names]) => names.map((field) => `${ORIGIN}/data/${register}#${entity}.${field}`)))
    expect(permission['odrl:action']).toEqual({ '@id': 'odrl:read' })
    expect(permission['odrl:constraint']).toMatchObject([{ 'odrl:rightOperand': { '@id': `${ORIGIN}/services/${service}#service` } }, { 'odrl:operator': { '@id': 'odrl:lteq' }, 'odrl:rightOperand': { '@value': until, '@type': 'xsd:date' } }])
  }
})

test('everything has one address, and everything referred to is there', () => {
  const addressesOf = graph.map((node) => node['@id'])
  expect(new Set(addressesOf).size).toBe(addressesOf.length)
  for (const id of addressesOf) expect(URL.parse(id)?.origin).toBe(ORIGIN)
  const known = new Set([...addressesOf, addresses.endpoint, addresses.help])
  const lost = objects.filter(([property, one]) => property !== '' && isReference(one)).map(([, one]) => String(one['@id']))
    .filter((id) => !known.has(id) && !OUTSIDE.test(id) && !/^odrl:(read|purpose|dateTime|eq|lteq)$/.test(id))
  expect(lost).toEqual([])
  expect(objects.length).toBeGreaterThan(1000)
})

test('only declared words and JSON-LD’s own stand in it, and no object without a kind', () => {
  const prefixes = Object.entries(context).filter(([, value]) => typeof value === 'string').map(([prefix]) => prefix)
  const isDeclared = (word: string): boolean => prefixes.includes(word.split(':')[0] ?? '') && word.split(':').length === 2
  for (const [property, one] of objects) {
    if (isSpoken(property)) continue
    for (const key of Object.keys(one)) expect(KEYWORDS.includes(key) || isDeclared(key), key).toBe(true)
    if (!isReference(one) && !('@value' in one)) for (const type of all(one['@type']) as unknown as string[]) expect(isDeclared(type), `${type} in ${property}`).toBe(true)
  }
  expect(context['@version']).toBe(1.1)
  for (const [prefix, iri] of Object.entries(context)) if (typeof iri === 'string') expect(iri, prefix).toMatch(/^http.*[/#]$/)
})

test('what DCAT-AP makes mandatory is said, in three languages', () => {
  const mandatory: [string, string[]][] = [['dcat:Catalog', ['dct:title', 'dct:description', 'dct:publisher']], ['dcat:Dataset', ['dct:title', 'dct:description']], ['dcat:Distribution', ['dcat:accessURL']], ['dcat:DataService', ['dct:title', 'dcat:endpointURL']], ['foaf:Agent', ['foaf:name']]]
  for (const [type, properties] of mandatory) for (const node of ofType(type)) for (const property of properties) expect(node[property], `${node['@id']} ${property}`).toBeDefined()
  const spoken = objects.filter(([property, one]) => isSpoken(property) && Object.keys(one).length > 1)
  for (const [property, one] of spoken) {
    expect(Object.keys(one).sort(), property).toEqual([...languages].sort())
    for (const text of Object.values(one)) expect(text).not.toMatch(/^[a-z/-]+:[a-z_.]+$/)
  }
})

test('registers are not public, and refreshed as their files say', () => {
  const population = graph.find((one) => one['@id'] === addresses.register('population'))!
  expect(population).toMatchObject({
    'dct:accessRights': { '@id': 'http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC' },
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
    'dct:publisher': { '@id': `${ORIGIN}/data#department-public_security` },
  })
  for (const node of ofType('dcat:Dataset')) expect(node['dct:accrualPeriodicity'], node['@id']).toBeDefined()
})
