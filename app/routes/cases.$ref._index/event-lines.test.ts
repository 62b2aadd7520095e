import { readFileSync } from 'node:fs'

import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import { languages } from '#app/i18n/languages.ts'
import type { StoredEvent } from '#db/store.ts'
import { buildDefinition } from '#tests/factories/definition.ts'
import { asksFor, because, citizen, Play, staff, typed } from '#tests/factories/play.ts'

import { eventLines } from './event-lines.ts'

// Trusted: says which text was asked for, with its figures.
const t = ((key: string, params?: Record<string, unknown>) => (params && Object.keys(params).length > 0 ? `${key} ${Object.values(params).join(' ')}` : key)) as unknown as TFunction

function linesOf(play: Play) {
  const events = play.events.map((event, i): StoredEvent => ({ ...event, caseId: 'c1', version: i + 1, prevHash: '', hash: '' }))
  return eventLines(t, 'en', { events, state: play.state!, definition: play.definition })
}

/** A case with all that can happen on one way: a return, a joint visit, silence, a payment. */
const fullWay = (): Play =>
  new Play()
    .submit()
    .answer('s1', 'acceptance', 'return', asksFor('size', 'incomplete'))
    .give(citizen, { type: 'correct', stage: 'examine', round: 1, answers: { size: typed(80) } })
    .on('2026-03-10')
    .expire('silence:acceptance:2')
    .answer('s2', 'food_review', 'ok')
    .answer('s3', 'fire_review', 'ok', { sets: { danger: 'low' } })
    .answer('s4', 'visit', 'pass', {}, 'food.inspector')
    .answer('s5', 'visit', 'pass', {}, 'fire.inspector')
    .answer('s6', 'decision', 'approve')
    .give(citizen, { type: 'pay', wait: 'fee', amount: 500, reference: 'r-1' })

it('tells the newest first, and ends well', () => {
  const play = fullWay()
  expect(play.state?.end).toBe('granted')
  const lines = linesOf(play)
  expect(lines[0]).toMatchObject({ title: 'cases:history.event.ended_granted', tone: 'good' })
  expect(lines.at(-1)).toMatchObject({ title: 'cases:history.event.submitted', by: 'cases:history.you' })
})

it('names departments and never a clerk', () => {
  const lines = linesOf(fullWay())
  expect(JSON.stringify(lines)).not.toContain('Clerk s')
  expect(lines.find((line) => line.title.startsWith('cases:history.event.return_sent'))).toMatchObject({ by: 'departments:lead.name', body: 'cases:history.asked concepts:size.label', tone: 'urgent' })
})

it('explains silence, and gives it to nobody', () => {
  const silent = linesOf(fullWay()).find((line) => line.body?.startsWith('cases:history.silent'))
  expect(silent).toMatchObject({ by: 'cases:history.system', body: 'cases:history.silent services/trial:outcomes.acceptance.accept' })
})

it('tells a joint visit’s reports, but not one that only repeats its decision', () => {
  const reports = linesOf(fullWay()).filter((line) => line.title.startsWith('cases:history.event.task_reported'))
  expect(reports.map((line) => line.by)).toEqual(['departments:fire.name', 'departments:food.name'])
})

it('starts the clock once, and then lets it run again', () => {
  const clock = linesOf(fullWay()).filter((line) => line.title.includes('clock_')).map((line) => line.title.split('.').at(-1))
  expect(clock.at(-1)).toBe('clock_begun')
  expect(clock.filter((line) => line === 'clock_begun')).toHaveLength(1)
  expect(clock).toContain('clock_office')
})

it.each(languages)('has a sentence for all of it in %s', (language) => {
  const texts = JSON.parse(readFileSync(`locales/${language}/cases.json`, 'utf8')).history.event as Record<string, string>
  const refused = new Play().submit().answer('s1', 'acceptance', 'accept').answer('s2', 'food_review', 'ok').answer('s3', 'fire_review', 'ok', { sets: { danger: 'low' } })
    .answer('s4', 'visit', 'pass', {}, 'food.inspector').answer('s5', 'visit', 'pass', {}, 'fire.inspector').answer('s6', 'decision', 'refuse', { reasons: because('unsafe') })
  const left = new Play().submit().give(citizen, { type: 'withdraw', note: 'Moving away' })
  const keys = [fullWay(), refused, left].flatMap(linesOf).map((line) => line.title.split(' ')[0]!.split('.').at(-1)!)
  expect(keys.filter((key) => !(key in texts))).toEqual([])
  expect(new Set(keys).size).toBeGreaterThan(12)
})

it('tells who set a result aside and until when, and that it holds again by itself', () => {
  const definition = buildDefinition({
    data: { name: { from: 'people.person.name' } },
    requires: [],
    flow: [{ task: 'look', by: 'lead.clerk', within: '1wd', outcomes: ['ok'] }, { auto: 'issue', makes: { certificate: 'permit', shows: ['name'], valid: '1y', renew_before: '30d' } }, { end: 'granted' }],
    on: { suspend: { by: 'lead.head', reasons: ['under_inquiry'] } },
  })
  const play = new Play(definition).submit().answer('c', 'look', 'ok').give(staff('h', 'lead.head'), { type: 'suspend', reason: { code: 'under_inquiry', text: 'See the report.' }, until: '2026-03-10' })
  expect(linesOf(play)[0]).toMatchObject({ title: 'cases:history.event.suspended 10 March 2026', by: 'departments:lead.name', tone: 'urgent', body: 'services/trial:suspend.under_inquiry · See the report.' })
  expect(linesOf(play.on('2026-03-11').expire('suspension:2026-03-10'))[0]).toMatchObject({ title: 'cases:history.event.resumed_by_itself', by: 'cases:history.system', tone: null })
  expect(linesOf(play.on('2027-02-01').expire('renewal:issue'))[0]).toMatchObject({ title: 'cases:history.event.renewal_offered', by: 'cases:history.system' })
})
