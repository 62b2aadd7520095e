import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { printProblem } from './file-problem.ts'
import { readCatalogue } from './read-catalogue.ts'
import { parseYaml } from './yaml-file.ts'

let root: string
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'onetrip-')), 'workflows')
  cpSync('workflows', root, { recursive: true })
})
afterEach(() => rmSync(join(root, '..'), { recursive: true }))

/** Replaces a text in a file and reads the tree again. */
function problemsAfter(file: string, from: string, to: string): string[] {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
  const report = readCatalogue(root)
  expect(report.catalogue).toBeNull()
  return [...report.shared, ...report.services.flatMap((service) => service.problems)].map(printProblem)
}

const RESTAURANT = 'services/restaurant-opening/service.yaml'
const lineOf = (file: string, text: string) => readFileSync(join(root, file), 'utf8').split('\n').findIndex((line) => line.includes(text)) + 1

test('our own definitions are sound, with their texts in three languages', () => {
  const report = readCatalogue('workflows')
  expect([...report.shared, ...report.services.flatMap((service) => service.problems)].map(printProblem)).toEqual([])
})

test('the worst cases are those counted by hand', () => {
  const worst = Object.fromEntries(readCatalogue('workflows').services.map(({ service, worst }) => [service, worst && [worst.trips, worst.siteVisits, worst.returns, worst.workingDays]]))
  expect(worst).toEqual({
    // accept 1, reviews 3 side by side, once more 3 after the return, visit 5, decision 1
    'restaurant-opening': [0, 1, 1, 1 + 3 + 3 + 5 + 1],
    // evidence 3, once more 3, assessment 7 with one trip, decision 2
    'disabled-parking-badge': [1, 0, 1, 3 + 3 + 7 + 2],
    // posting 1; the fee, the fines and the examination are waited for
    'driving-licence-renewal': [0, 0, 0, 1],
    // acceptance 2, once more 2, survey 15, after an objection again 10, township 3, county 5; both surveys visit the home
    'low-income-benefit': [0, 2, 1, 2 + 2 + 15 + 10 + 3 + 5],
    // pension check 3, archive 5, both once more, calculation … see the comment at its flow
    retirement: [0, 0, 1, 16],
    // examination 1, once more 1, decision 1, entry 1
    'company-registration': [0, 0, 1, 1 + 1 + 1 + 1],
    'company-seals': [0, 0, 0, 1 + 1],
    // review 5, once more 5
    'record-correction': [0, 0, 1, 5 + 5],
    'access-question': [0, 0, 0, 10],
    'invoice-approval': [0, 0, 0, 1],
    // the accounts side by side 1, all employees at once 1
    'employer-insurance': [0, 0, 0, 1 + 1],
    'housing-fund-account': [0, 0, 0, 1],
    'bank-account-booking': [0, 0, 0, 1],
    // registration, then the slowest of seals 2, invoices 1, insurance 2, fund 1, bank 1
    'company-start-up': [0, 0, 1, 4 + 2],
    'birth-household-registration': [0, 0, 0, 1 + 1],
    'newborn-medical-insurance': [0, 0, 0, 1],
    'newborn-social-security-card': [0, 0, 0, 1 + 1],
    'child-vaccination-record': [0, 0, 0, 0],
    'parenting-registration': [0, 0, 0, 0],
    // review 1, once more 1, decision 1
    'maternity-refund': [0, 0, 1, 1 + 1 + 1],
    // household entry, then the slowest of insurance 1, card 2, vaccination 0, parenting 0, refund 3
    newborn: [0, 0, 1, 2 + 3],
  })
})

test('a mistake is told by file, line and column, with what was meant', () => {
  const line = lineOf(RESTAURANT, 'by: market_regulation.clerk')
  expect(problemsAfter(RESTAURANT, 'market_regulation.clerk', 'market_regulation.clrk')).toEqual([
    `workflows/${RESTAURANT}:${line}:9  department "market_regulation" has no role "clrk"; did you mean "clerk"? (unknown_desk)`,
  ])
})

test('a mistake inside a condition is told by its own column', () => {
  const line = lineOf(RESTAURANT, 'when: kitchen = "hot" or seats')
  const [problem] = problemsAfter(RESTAURANT, 'kitchen = "hot" or seats', 'kitchen = "hot" or seat')
  expect(problem).toMatch(new RegExp(`^workflows/${RESTAURANT}:${line}:28 .*seat.*seats.*\\(condition\\)$`))
})

test('a misspelt key is told at the key', () => {
  const line = lineOf(RESTAURANT, 'not_by: [acceptance]')
  expect(problemsAfter(RESTAURANT, 'not_by: [acceptance]', 'not_buy: [acceptance]')).toEqual([`workflows/${RESTAURANT}:${line}:3  "not_buy" is not a key used here; did you mean "not_by"? (unknown_key)`])
})

test.each([
  ['a file that is no YAML', RESTAURANT, 'flow:\n', 'flow: [\n', /\(yaml\)$/],
  ['the same key twice', RESTAURANT, 'version: 3\n', 'version: 3\nversion: 4\n', /:\d+:1 .*\(yaml\)$/],
  ['a service in a folder of another name', RESTAURANT, 'service: restaurant-opening', 'service: restaurant', /\(unknown_name\)$/],
  ['a concept missing from the dictionary', 'registers/traffic.yaml', 'concept: licence_number', 'concept: license_number', /registers\/traffic.yaml:9:.*did you mean "licence_number".*\(unknown_concept\)$/],
  ['an owner that is no department', 'registers/health.yaml', 'owner: health', 'owner: helth', /\(unknown_department\)$/],
  ['a calendar that does not exist', 'city.yaml', 'calendar: qinghe', 'calendar: atlantis', /calendars\/atlantis.yaml:1:1 {2}this file is missing/],
])('%s stops the start', (_name, file, from, to, expected) => {
  expect(problemsAfter(file, from, to)[0]).toMatch(expected)
})

test('nobody can fill the memory with aliases', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefgh'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]`)].join('\n')
  const read = parseYaml(bomb, 'bomb.yaml')
  expect(read.ok ? [] : read.problems.map(printProblem)).toEqual(['bomb.yaml:1:1  this file repeats itself by aliases too often (yaml)'])
})

test('the same content has the same hash, another content another', () => {
  const hash = () => readCatalogue(root).services.find(({ service }) => service === 'restaurant-opening')?.definition?.hash
  const first = hash()
  const path = join(root, RESTAURANT)
  writeFileSync(path, `# a comment changes nothing\n${readFileSync(path, 'utf8')}`)
  expect(hash()).toBe(first)
  writeFileSync(path, readFileSync(path, 'utf8').replace('range: [1, 500]', 'range: [1, 400]'))
  expect(hash()).not.toBe(first)
})
