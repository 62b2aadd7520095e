import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import { Play } from '#tests/factories/play.ts'

import { historyOf } from './history.ts'

// Trusted: says which text was asked for, with its figures.
const t = ((key: string, params?: Record<string, unknown>) => [key, ...Object.values(params ?? {})].join(' ')) as unknown as TFunction

const play = new Play().submit()
const lines = (...events: CaseEvent[]) => historyOf(t, 'en', { state: play.state!, events: events.map((event, i) => ({ ...event, caseId: 'c1', version: i + 1, prevHash: '', hash: '' })) })
const by = { at: play.now, actor: { kind: 'citizen' as const, id: 'p2', name: 'Wang Wei' } }

it('tells neither who objected nor what they said: that is for the desk that decides', () => {
  expect(lines({ ...by, type: 'objected', wait: 'public_notice', text: 'They own three houses.' })).toMatchObject([{ by: null, note: null }])
  expect(lines({ ...by, type: 'appealed', text: 'My grounds.' })).toMatchObject([{ by: 'Wang Wei', note: null }])
})

it('tells why a result was taken back', () => {
  expect(lines({ ...by, type: 'revoked', codes: [], reason: { code: 'unsafe', text: 'See the report.' } })).toMatchObject([{ note: 'services/trial:revoke.unsafe · See the report.', tone: 'urgent' }])
})

it('tells why a result was set aside and until when', () => {
  expect(lines({ ...by, type: 'suspended', codes: [], until: '2026-04-10', reason: { code: 'under_inquiry', text: '' } })).toMatchObject([{ title: expect.stringMatching(/^desk:history.suspended .*10 April 2026$/), note: 'services/trial:suspend.under_inquiry', tone: 'urgent' }])
})

it('calls a step of an item by its number', () => {
  const [line] = lines({ ...by, type: 'task_released', task: 'visit.2', round: 1, desk: 'food.inspector' })
  expect(line?.title).toBe('desk:history.task_released ui:item services/trial:steps.visit 2')
})
