import { describe, expect, test } from 'vitest'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import { buildClerk, buildPerson } from '#tests/factories/person.ts'

import { importStaff } from './import-staff.ts'
import { readStaffFile } from './read-staff-file.ts'

const catalogue = readCatalogue('workflows').catalogue!
const messages = (text: string): readonly string[] => {
  const read = readStaffFile(text, catalogue)
  return read.ok ? [] : read.messages
}

describe('a file of staff', () => {
  test('says who sits where, and until when', () => {
    const read = readStaffFile('- { id: zhou, name: 周敏, desks: [market_regulation.clerk, { desk: food_safety.reviewer, until: 2026-12-31 }] }', catalogue)
    expect(read).toEqual({
      ok: true,
      staff: [{ id: 'zhou', kind: 'staff', name: '周敏', subject: null, companies: [], desks: ['market_regulation.clerk', 'food_safety.reviewer'], demo: null, lent: { 'food_safety.reviewer': Date.parse('2027-01-01T00:00:00+08:00') } }],
    })
  })

  test.each([
    ['- { id: a, name: A, desks: [market_regulation.king] }', /a: .*no role "king"/],
    ['- { id: a, name: A, desks: [ministry.clerk] }', /a: .*no department "ministry"/],
    ['- { id: a, name: A, desks: [townships.clerk.moon] }', /no region "moon"/],
    ['- { id: a, name: A, desks: [] }\n- { id: a, name: B, desks: [] }', /a is there twice/],
    ['- { id: a, name: A, desks: [{ desk: market_regulation.clerk, until: 2026-13-01 }] }', /2026-12-31/],
    ['- { id: a, desks: [] }', /name/],
    ['- { id: "a b", name: A, desks: [] }', /id/],
    ['nonsense', /./],
    [': : :', /./],
  ])('is refused with a sentence: %s', (text, sentence) => {
    expect(messages(text)).toEqual([expect.stringMatching(sentence)])
  })
})

test('importing makes the staff those of the file, and ends the sessions of who is gone', async () => {
  const store = openMemoryStore()
  await store.people.put([buildClerk({ id: 'stays' }), buildClerk({ id: 'gone' }), buildPerson()])
  const session = { provider: 'office', assurance: 'high', secondFactor: true, signedInAt: 1, seenAt: 1, endsAt: 99, revokedAt: null } as const
  for (const person of ['stays', 'gone']) await store.sessions.create({ ...session, idHash: person, person })
  await store.credentials.add({ id: 'k', person: 'gone', publicKey: new Uint8Array([1]), counter: 0, transports: [], createdAt: 1, usedAt: null })
  const read = readStaffFile('- { id: stays, name: S, desks: [food_safety.reviewer] }\n- { id: new, name: N, desks: [food_safety.inspector] }', catalogue)
  if (!read.ok) throw new Error(read.messages.join('\n'))
  const done = await importStaff(store, read.staff, 5)
  expect([done.put, done.removed.map(({ id }) => id)]).toEqual([2, ['gone']])
  expect((await store.people.staff()).map(({ id, desks }) => [id, desks])).toEqual(expect.arrayContaining([['new', ['food_safety.inspector']], ['stays', ['food_safety.reviewer']], ['gone', []]]))
  expect([(await store.sessions.find('stays'))?.revokedAt, (await store.sessions.find('gone'))?.revokedAt]).toEqual([null, 5])
  expect(await store.credentials.of('gone')).toEqual([])
  expect(await store.people.find(buildPerson().id)).toEqual(buildPerson())
})
