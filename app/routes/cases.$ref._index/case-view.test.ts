import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import { available } from '#app/kernel/case/available.ts'
import { deadlinesOf } from '#app/kernel/case/deadlines.ts'
import { stepsOf } from '#app/use-cases/steps.ts'
import { plainCalendar } from '#tests/factories/definition.ts'
import { asksFor, citizen, Play } from '#tests/factories/play.ts'

import { needsView } from './needs-view.ts'
import { statusView } from './status-view.ts'
import { stepRows } from './step-rows.ts'

// Trusted: says which text was asked for, with its figures.
const t = ((key: string, params?: Record<string, unknown>) => [key, ...Object.values(params ?? {})].join(' ')) as unknown as TFunction

function follow(play: Play) {
  const state = play.state!
  const { definition } = play
  const deadlines = deadlinesOf(definition, state, plainCalendar, play.now)
  return {
    state,
    definition,
    offers: available(definition, state, citizen),
    steps: stepsOf(definition, state),
    deadlines: deadlines.ok ? deadlines.value : null,
    left: null,
    days: { office: 2, applicant: 0, other: 0 },
    provisional: false,
    parts: [],
  }
}

const returned = () => new Play().submit().answer('s1', 'acceptance', 'return', asksFor('size', 'incomplete'))
const working = () => new Play().submit()

it('puts what only the applicant can do first: what, why, by when, where', () => {
  expect(needsView(t, 'en', follow(returned()))).toMatchObject([
    {
      urgent: true,
      heading: 'cases:needs.correct.heading 1',
      lines: ['cases:needs.correct.asked concepts:size.label services/trial:reasons.incomplete'],
      by: 'cases:needs.correct.by 16 March 2026 cases:clock.days 10',
      link: { href: '/cases/R1/correct' },
    },
  ])
})

it('needs nothing while an office works on it', () => expect(needsView(t, 'en', follow(working()))).toEqual([]))

it('says why the clock is stopped, and since when', () => {
  expect(statusView(t, 'en', follow(returned())).stopped).toBe('cases:clock.stopped.return 2 March 2026')
  expect(statusView(t, 'en', follow(working())).stopped).toBe(null)
})

it('gives the day promised while the clock runs', () => {
  expect(statusView(t, 'en', follow(working())).facts[0]).toEqual({ key: 'promised_by', label: 'cases:clock.promised_by', value: '30 March 2026' })
  expect(statusView(t, 'en', follow(returned())).facts[0]?.value).toBe('cases:clock.promised_open')
})

it('says of each step whose it is and whether it will be needed', () => {
  const rows = stepRows(t, 'en', follow(working()))
  const word = (name: string) => rows.find((row) => row.name === name)?.word
  expect([word('acceptance'), word('food_review'), word('decision')]).toEqual(['cases:steps.now', 'cases:steps.perhaps', 'cases:steps.to_come'])
  expect(rows[0]).toMatchObject({ title: 'services/trial:steps.acceptance', departments: 'departments:lead.name' })
})
