import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import type { Offer } from '#app/kernel/case/available.ts'
import type { WaitNode } from '#app/kernel/definition/definition.ts'
import { buildDefinition } from '#tests/factories/definition.ts'
import { Play } from '#tests/factories/play.ts'

import { appealView } from './appeal-view.ts'
import { eventLines } from './event-lines.ts'
import { needsView } from './needs-view.ts'

// Trusted: says which text was asked for, with its figures.
const t = ((key: string, params?: Record<string, unknown>) => [key, ...Object.values(params ?? {})].join(' ')) as unknown as TFunction

const play = new Play().submit()
const state = play.state!
const materials: WaitNode = { node: 'wait', name: 'papers', when: null, after: [], awaits: { what: 'materials' }, within: { amount: 5, unit: 'wd' }, clock: 'stopped', else: 'lapsed' }
const definition = { ...buildDefinition(), flow: [materials, ...buildDefinition().flow] }
const offers: Offer[] = [{ type: 'supply', names: ['plan'] }]
const wait = { name: 'papers', openedAt: play.now, version: 1, amount: null, objectors: [], closedAt: null, expired: false }

it('offers to bring what is owed, urgently once the case waits for it', () => {
  const common = { definition, offers, deadlines: null, parts: [] }
  expect(needsView(t, 'en', { ...common, state })).toMatchObject([{ key: 'supply', urgent: false, text: 'cases:needs.supply.early', lines: ['concepts:plan.label'], link: { href: '/cases/R1/supply' } }])
  expect(needsView(t, 'en', { ...common, state: { ...state, waits: { papers: wait } } })).toMatchObject([{ key: 'supply', urgent: true, text: 'services/trial:waits.papers' }])
})

it('says until when a review can be asked for, and that it was', () => {
  expect(appealView('en', { state, appealBy: play.now })).toEqual({ until: '2 March 2026' })
  expect(appealView('en', { state: { ...state, appealedAt: play.now }, appealBy: null })).toEqual({ askedOn: '2 March 2026' })
  expect(appealView('en', { state: { ...state, appealedAt: play.now, end: 'refused' }, appealBy: null })).toBeNull()
  expect(appealView('en', { state, appealBy: null })).toBeNull()
})

it('never names who objected to the one they object to', () => {
  const stored = { caseId: 'c1', version: 9, prevHash: '', hash: '', at: play.now, actor: { kind: 'citizen' as const, id: 'p2', name: 'Wang Wei' } }
  const [line] = eventLines(t, 'en', { state, definition, events: [{ ...stored, type: 'objected', wait: 'papers', text: 'They own three houses.' }] })
  expect(line).toMatchObject({ by: 'cases:history.not_named', body: null })
})

it('tells the reason for more time in the words of the list and of the office', () => {
  const stored = { caseId: 'c1', version: 9, prevHash: '', hash: '', at: play.now, actor: { kind: 'staff' as const, id: 's1', name: 'Head' } }
  const extension = { by: 'lead.head', span: { amount: 5, unit: 'wd' as const }, reasons: ['opinion'] }
  const [line] = eventLines(t, 'en', { state, definition: { ...definition, extension }, events: [{ ...stored, type: 'extended', days: 5, reason: { code: 'opinion', text: 'We ask an expert.' } }] })
  expect(line).toMatchObject({ by: 'departments:lead.name', body: 'services/trial:extend.opinion · We ask an expert.' })
})
