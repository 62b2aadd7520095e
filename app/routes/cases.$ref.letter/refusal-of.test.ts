import { expect, it } from 'vitest'

import type { StoredEvent } from '#db/store.ts'
import { because, Play } from '#tests/factories/play.ts'

import { refusalOf } from './refusal-of.ts'

const reviewed = () => new Play().submit().answer('s1', 'acceptance', 'accept').answer('s2', 'food_review', 'object', { reasons: because('bad') }).answer('s3', 'fire_review', 'ok', { sets: { danger: 'low' } })
  .answer('s4', 'visit', 'pass', {}, 'food.inspector').answer('s5', 'visit', 'pass', {}, 'fire.inspector')

const ofPlay = (play: Play) => {
  const events = play.events.map((event, i): StoredEvent => ({ ...event, caseId: 'c1', version: i + 1, prevHash: '', hash: '' }))
  return refusalOf({ state: play.state!, events })
}

it('takes the reasons of the decision, not of an earlier objection', () => {
  expect(ofPlay(reviewed().answer('s6', 'decision', 'refuse', { reasons: because('unsafe') }))?.reasons).toEqual([{ code: 'unsafe', text: '' }])
})

it('is nothing for a case that was not refused', () => expect(ofPlay(reviewed())).toBe(null))
