import { readFileSync } from 'node:fs'

import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import { languages } from '#app/i18n/languages.ts'
import type { StoredEvent } from '#db/store.ts'
import { asksFor, because, citizen, Play, typed } from '#tests/factories/play.ts'

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
