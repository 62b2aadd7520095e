import { expect, it } from 'vitest'

import { at, buildDefinition, plainCalendar, trialSource } from '#tests/factories/definition.ts'
import { held } from '#tests/factories/play.ts'

import type { Environment } from './environment.ts'
import { foreseenWaits } from './foreseen-waits.ts'

const env = { catalogue: { calendar: plainCalendar } as Environment['catalogue'], now: () => at('2026-03-02') }

const exam = { wait: 'exam', when: 'verdict = null', for: 'record', record: 'people.person', within: '20wd', else: 'lapsed' }
const fines = { wait: 'fines', when: 'debt > 0', for: 'payment', amount: 'debt', payee: 'lead', legal: 'Fines Act', within: '10wd', else: 'lapsed' }
const fee = { wait: 'entry', for: 'payment', amount: 300, payee: 'lead', legal: 'Fees Act', within: '10wd', else: 'lapsed' }

const foreseen = (first: readonly object[], debt: number | null, verdict: string | null) => {
  const rest = trialSource.flow.filter((node) => !('wait' in node))
  const definition = buildDefinition({ flow: [...first, ...rest] })
  return foreseenWaits(env, definition, { debt: held('debt', debt), verdict: held('verdict', verdict) })
}

it('sees what an application would wait for before anybody decides', () => {
  expect(foreseen([{ parallel: [exam, fines] }, fee], 500, null)).toEqual([
    { name: 'exam', what: 'record', amount: null },
    { name: 'fines', what: 'payment', amount: 500 },
    { name: 'entry', what: 'payment', amount: 300 },
  ])
})

it('sees none whose condition does not hold', () => expect(foreseen([{ parallel: [exam, fines] }], 0, 'fit')).toEqual([]))

it('does not look behind a task or a choice', () => {
  const definition = buildDefinition()
  expect(foreseenWaits(env, definition, { debt: held('debt', 500), verdict: held('verdict', null) })).toEqual([])
})
