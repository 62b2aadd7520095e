import { describe, expect, it } from 'vitest'

import { FIRST_LINK, hashOf } from '#db/event-chain.ts'
import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped, buildSubmitted } from '#tests/factories/case-event.ts'
import { trialAnswers } from '#tests/factories/play.ts'

import type { Contract } from './store-contract.ts'

const submitted = buildSubmitted({ answers: trialAnswers })
const given: CaseEvent[] = [submitted, buildSkipped('visit'), buildSkipped('exam'), buildSkipped('fee')]

/** The hash as docs say it, from what was given to the store. */
function linked(version: number, prevHash: string): string {
  const { type, at, actor, ...data } = given[version - 1] ?? submitted
  return hashOf({ caseId: 'case-1', version, type, at: new Date(at).toISOString(), actor, data, prevHash })
}

export const eventContract: Contract = (store) => {
  describe('the events of a case', () => {
    it('come back as they were given, numbered', async () => {
      await store().commit(buildCommit({ events: given.slice(0, 2) }))
      await store().commit(buildCommit({ expectedVersion: 2, events: given.slice(2) }))
      const events = await store().cases.events('case-1')
      expect(events).toMatchObject(given)
      expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4])
      expect(new Set(events.map(({ caseId }) => caseId))).toEqual(new Set(['case-1']))
    })

    it('are one chain, over commits too', async () => {
      await store().commit(buildCommit({ events: given.slice(0, 2) }))
      await store().commit(buildCommit({ expectedVersion: 2, events: given.slice(2) }))
      let last = FIRST_LINK
      for (const { prevHash, hash } of await store().cases.events('case-1')) {
        expect(prevHash).toBe(last)
        expect(hash).not.toBe(last)
        last = hash
      }
    })

    it('begin a chain of their own in every case', async () => {
      await store().commit(buildCommit())
      await store().commit(buildCommit({ caseId: 'case-2' }))
      const firsts = [...(await store().cases.events('case-1')), ...(await store().cases.events('case-2'))]
      expect(firsts.map(({ prevHash }) => prevHash)).toEqual([FIRST_LINK, FIRST_LINK])
      expect(firsts[0]?.hash).not.toBe(firsts[1]?.hash)
    })

    it('keep their instants to the millisecond', async () => {
      const at = Date.parse('2026-03-02T01:02:03.004Z')
      await store().commit(buildCommit({ events: [buildSubmitted({ at })] }))
      expect((await store().cases.events('case-1'))[0]?.at).toBe(at)
    })
  })
}

/** Of a store that keeps events as they are given: one that seals them hashes what it keeps. */
export const plainEventContract: Contract = (store) => {
  it('hashes the events of a case as they were given', async () => {
    await store().commit(buildCommit({ events: given.slice(0, 2) }))
    await store().commit(buildCommit({ expectedVersion: 2, events: given.slice(2) }))
    const events = await store().cases.events('case-1')
    expect(events.map(({ hash }) => hash)).toEqual(events.map(({ version, prevHash }) => linked(version, prevHash)))
  })
}
