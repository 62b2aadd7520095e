import { type Hostile, serviceWith, taskOf } from './hostile.ts'

const NUMBERS = ['-1', '-0', '0', '1e400', '-1e400', '1e-400', '1.5', '.nan', '.inf', '-.inf', '0x7fffffffffffffff', '9007199254740993', '9'.repeat(400), '1e308', '0o777', '1_000', 'true', '"1"', '2026-01-01']

const SLOTS: Readonly<Record<string, (number: string) => string>> = {
  version: (number) => serviceWith({ head: `version: ${number}` }),
  range: (number) => serviceWith({ data: [`stall_size: { ask: integer, range: [${number}, ${number}] }`] }),
  'an upper bound': (number) => serviceWith({ data: [`stall_size: { ask: integer, range: [0, ${number}] }`], flow: [taskOf('a', ", when: 'stall_size > 5'")] }),
  max_length: (number) => serviceWith({ data: [`goods: { ask: text, max_length: ${number} }`] }),
  trips: (number) => serviceWith({ flow: [taskOf('a', `, counts: { trips: ${number} }`)] }),
  max: (number) => serviceWith({ flow: [`{ stage: s, returns: { to: applicant, merge: true, max: ${number}, within: 1wd, clock: stopped, else: lapsed }, do: [${taskOf('a')}] }`] }),
  amount: (number) => serviceWith({ flow: [`{ wait: w, for: payment, amount: ${number}, payee: council, legal: x, within: 1d, else: lapsed }`] }),
  within: (number) => serviceWith({ flow: [`{ task: a, by: council.clerk, within: ${number}wd, outcomes: [done] }`] }),
  hours: (number) => serviceWith({ flow: [`{ task: a, by: council.clerk, within: ${number}h, outcomes: [done] }`] }),
  items: (number) => serviceWith({ data: [`stall_size: { ask: integer, range: [0, ${number}] }`], flow: [`{ each: e, of: stall_size, do: [${taskOf('a')}] }`] }),
  condition: (number) => serviceWith({ data: ['stall_size: { ask: integer }'], flow: [taskOf('a', `, when: 'stall_size > ${number}'`)] }),
}

const DATES = ['0000-01-01', '0000-00-00', '9999-12-31', '10000-01-01', '2026-02-30', '-000001-01-01', '2026-1-1', '']

/** Numbers and dates that are none, or far away. */
export const numbers: readonly Hostile[] = [
  ...Object.entries(SLOTS).flatMap(([slot, make]) => NUMBERS.map((number) => ({ name: `${number.slice(0, 20)} as ${slot}`, definition: make(number) }))),
  ...DATES.flatMap((date) => [
    { name: `the date ${date}`, condition: `d = date("${date}")` },
    { name: `the date ${date} in a choice`, definition: serviceWith({ data: ['start_date: { ask: date }'], flow: [`{ choose: [ { when: 'start_date < date("${date}")', do: [${taskOf('a')}] }, { when: 'start_date > date("${date}")', do: [${taskOf('b')}] } ] }`] }) },
  ]),
]
