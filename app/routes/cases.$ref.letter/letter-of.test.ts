import { expect, it } from 'vitest'

import type { StoredEvent } from '#db/store.ts'
import { buildDefinition } from '#tests/factories/definition.ts'
import { Play } from '#tests/factories/play.ts'

import { letterOf } from './letter-of.ts'

const answered = buildDefinition({
  data: { name: { from: 'people.person.name' } },
  requires: [],
  flow: [{ task: 'answer', by: 'lead.clerk', within: '1wd', outcomes: ['lawful'], reasons: { lawful: ['by_law'] } }, { auto: 'explain', makes: { letter: 'explained' } }, { end: 'granted' }],
  on: {},
})

const ofPlay = (play: Play) => letterOf({ state: play.state!, definition: play.definition, events: play.events.map((event, i): StoredEvent => ({ ...event, caseId: 'c1', version: i + 1, prevHash: '', hash: '' })) })

it('tells what the desk decided, in its own words, and which desk it was', () => {
  const play = new Play(answered).submit()
  expect(ofPlay(play)).toBe(null)
  play.answer('s', 'answer', 'lawful', { reasons: [{ code: 'by_law', text: 'Art. 12 obliged us.' }], note: 'for colleagues only' })
  expect(ofPlay(play)).toEqual({ template: 'explained', reasons: [{ code: 'by_law', text: 'Art. 12 obliged us.' }], department: 'lead', at: play.now })
})
