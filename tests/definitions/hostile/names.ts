import { type Hostile, serviceWith, taskOf } from './hostile.ts'

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueof', 'today', 'null', 'true', '0', '-1', '"a b"', '"\\u202ename"', '"a\\u200b"', 'a'.repeat(61), `"${'n'.repeat(150_000)}"`, '{}', '[]', '.nan', '"${x}"', '"../../etc"', '"<script>"']

/** A name in every place where a name may stand. */
const SLOTS: Readonly<Record<string, (name: string) => string>> = {
  key: (name) => serviceWith({ head: `${name}: 1` }),
  service: (name) => serviceWith({ head: `service: ${name}` }),
  theme: (name) => serviceWith({ head: `theme: ${name}` }),
  data: (name) => serviceWith({ data: [`${name}: { ask: text }`] }),
  'key of data': (name) => serviceWith({ data: [`goods: { ask: text, ${name}: 1 }`] }),
  concept: (name) => serviceWith({ data: [`x: { ask: text, concept: ${name} }`] }),
  register: (name) => serviceWith({ data: [`x: { from: ${name}.${name}.${name} }`] }),
  with: (name) => serviceWith({ data: [`full_name: { from: population.person.full_name, with: ${name} }`] }),
  holder: (name) => serviceWith({ data: [`full_name: { from: population.person.full_name, holder: ${name} }`] }),
  each: (name) => serviceWith({ data: [`helper: { ask: text, concept: helper_name, each: ${name} }`] }),
  table: (name) => serviceWith({ data: [`yearly_fee: { table: ${name} }`] }),
  promisable: (name) => serviceWith({ data: [`layout: { ask: file, promisable: ${name} }`] }),
  option: (name) => serviceWith({ data: [`goods: { ask: choice, of: [${name}, crafts] }`] }),
  'set by': (name) => serviceWith({ data: [`goods: { set_by: ${name} }`] }),
  'seen by': (name) => serviceWith({ data: [`layout: { ask: file, seen_by: [${name}] }`] }),
  reason: (name) => serviceWith({ requires: [`- { when: 'true', reason: ${name} }`] }),
  word: (name) => serviceWith({ flow: [`{ ${name}: x }`] }),
  task: (name) => serviceWith({ flow: [taskOf(name)] }),
  desk: (name) => serviceWith({ flow: [`{ task: a, by: ${name}.${name}, within: 1wd, outcomes: [done] }`] }),
  region: (name) => serviceWith({ flow: [taskOf('a', `, region: ${name}`)] }),
  after: (name) => serviceWith({ flow: [taskOf('a', `, after: [${name}]`)] }),
  'not by': (name) => serviceWith({ flow: [taskOf('a', `, not_by: [${name}]`)] }),
  outcome: (name) => serviceWith({ flow: [`{ task: a, by: council.clerk, within: 1wd, outcomes: [${name}] }`] }),
  silence: (name) => serviceWith({ flow: [taskOf('a', `, silence: ${name}`)] }),
  reasons: (name) => serviceWith({ flow: [taskOf('a', `, reasons: { ${name}: [b] }`)] }),
  sets: (name) => serviceWith({ flow: [taskOf('a', `, sets: [${name}]`)] }),
  of: (name) => serviceWith({ flow: [`{ each: e, of: ${name}, do: [${taskOf('a')}] }`] }),
  payee: (name) => serviceWith({ flow: [`{ wait: w, for: payment, amount: 1, payee: ${name}, legal: x, within: 1d, else: lapsed }`] }),
  amount: (name) => serviceWith({ flow: [`{ wait: w, for: payment, amount: ${name}, payee: council, legal: x, within: 1d, else: lapsed }`] }),
  record: (name) => serviceWith({ flow: [`{ wait: w, for: record, record: ${name}.${name}, within: 1d, else: lapsed }`] }),
  part: (name) => serviceWith({ flow: [`{ sub: s, service: ${name}, version: 1 }`] }),
  takes: (name) => serviceWith({ flow: [`{ sub: s, service: register-trader, version: 1, takes: [${name}] }`] }),
  company: (name) => serviceWith({ flow: [`{ sub: s, service: stall-permit, version: 1, company: ${name} }`] }),
  shows: (name) => serviceWith({ flow: [`{ auto: i, makes: { certificate: c, shows: [${name}] } }`] }),
  revokes: (name) => serviceWith({ flow: [`{ auto: i, makes: { letter: c, revokes: ${name} } }`] }),
  end: (name) => serviceWith({ flow: [`{ end: ${name} }`] }),
  before: (name) => serviceWith({ on: `on: { withdraw: { by: applicant, before: ${name}, end: withdrawn } }` }),
  extend: (name) => serviceWith({ on: `on: { extend: { by: ${name}.${name}, more: 1wd, reasons: [a] } }` }),
  condition: (name) => serviceWith({ flow: [taskOf('a', `, when: '${name} = 1'`)] }),
}

export const names: readonly Hostile[] = Object.entries(SLOTS).flatMap(([slot, make]) => NAMES.map((name) => ({ name: `${name.slice(0, 20)} as ${slot}`, definition: make(name) })))
