import { expect, test } from 'vitest'

import { buildDefinition, plainCalendar, trialSource } from '#tests/factories/definition.ts'

import { worstCase } from './worst-case.ts'

const worst = (flow: unknown[], guarantee = { trips: 9, site_visits: 9, returns: 9 }) => worstCase(buildDefinition({ flow: [...flow, { end: 'granted' }], guarantee, limit: '999wd', on: {}, data: { kind: trialSource.data.kind, plan: trialSource.data.plan }, requires: [] }), {}, plainCalendar).worst

const task = (name: string, within: string, more: object = {}) => ({ task: name, by: 'signs.reviewer', within, outcomes: ['ok', 'bad'], ...more })
const asks = (name: string, within: string) => task(name, within, { outcomes: ['ok', 'return'], reasons: { return: ['x'] } })
const returns = (max: number) => ({ to: 'applicant', merge: true, max, within: '10wd', clock: 'stopped', else: 'lapsed' })

test('adds what comes one after the other, takes the longest of what goes side by side and of choices', () => {
  const flow = [task('a', '2wd'), { parallel: [[task('b', '3wd'), task('c', '4wd')], task('d', '6wd')] }, { choose: [{ when: 'kind = "small"', do: [task('e', '1wd')] }, { else: null, do: [task('f', '5wd')] }] }]
  expect(worst(flow).workingDays).toBe(2 + 7 + 5)
})

test('does not count waiting for the applicant and for others', () => {
  expect(worst([{ wait: 'w', for: 'record', record: 'people.person', within: '30wd', else: 'lapsed' }, task('t', '5wd', { clock: 'stopped' })]).workingDays).toBe(0)
})

test('a return repeats the dearest part that can be looked at again', () => {
  // once 1 + max(4, 3) = 5, and the slower of the reviews once more
  const stage = { stage: 's', returns: returns(1), do: [asks('accept', '1wd'), { parallel: [asks('b', '4wd'), asks('c', '3wd')] }] }
  expect(worst([stage])).toMatchObject({ returns: 1, workingDays: 5 + 4 })
  expect(worst([{ ...stage, returns: returns(2) }])).toMatchObject({ returns: 2, workingDays: 5 + 8 })
})

test('a return repeats earlier desks too, when a changed value is meant for them', () => {
  const fire = task('fire', '2wd', { by: 'fire.reviewer' })
  expect(worst([{ stage: 's', returns: returns(1), do: [fire, asks('b', '4wd')] }]).workingDays).toBe(6 + 6)
})

test('visits in a stage can be repeated by a return', () => {
  const visit = task('v', '2wd', { by: 'fire.reviewer', counts: { site_visits: 1, trips: 1 } })
  expect(worst([{ stage: 's', returns: returns(1), do: [visit, asks('b', '1wd')] }])).toMatchObject({ siteVisits: 2, trips: 2 })
})
