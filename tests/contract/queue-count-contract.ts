import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lightOf } from '#db/light.ts'
import type { LightFilter, QueueRow } from '#db/store.ts'
import { buildCommit, buildQueueRow } from '#tests/factories/case-commit.ts'

import type { Contract } from './store-contract.ts'

const DESKS = ['lead.clerk', 'fire.clerk']
const DAYS = [null, 100, 200, 300]
const ROUNDS = 15

const rows = fc.uniqueArray(
  fc.record({
    task: fc.constantFrom('visit', 'exam'),
    desk: fc.constantFrom(...DESKS),
    holderId: fc.constantFrom(null, 's1', 's2'),
    dueAt: fc.constantFrom(...DAYS),
    yellowAt: fc.constantFrom(...DAYS),
    service: fc.constantFrom('trial', 'other'),
  }),
  { maxLength: 4, selector: ({ task, desk }) => `${task} ${desk}` },
)

/** Counted row by row, as a page would that keeps no counts. */
function counted(all: readonly QueueRow[], desks: readonly string[], person: string, now: number) {
  const at = all.filter(({ desk }) => desks.includes(desk))
  const lit = (light: LightFilter) => at.filter((row) => lightOf(row, now) === light).length
  const held = (id: string | null) => at.filter(({ holderId }) => holderId === id).length
  return { all: at.length, mine: held(person), unassigned: held(null), red: lit('red'), yellow: lit('yellow'), green: lit('green'), stopped: lit('stopped') }
}

export const queueCountContract: Contract = (store) => {
  describe('counts of open work', () => {
    it('are those of its rows, whatever was committed', async () => {
      const cases = new Map<string, { version: number; tasks: QueueRow[] }>()
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('case-1', 'case-2', 'case-3'), rows), { minLength: 1, maxLength: 8 }), fc.constantFrom(99, 100, 250), async (steps, now) => {
          for (const [caseId, of] of steps) {
            const version = cases.get(caseId)?.version ?? 0
            const tasks = of.map((one) => buildQueueRow({ caseId, ...one }))
            expect(await store().commit(buildCommit({ caseId, expectedVersion: version, tasks }))).toEqual({ ok: true })
            cases.set(caseId, { version: version + 1, tasks })
          }
          const all = [...cases.values()].flatMap(({ tasks }) => tasks)
          for (const desks of [DESKS, ['lead.clerk'], ['fire.clerk', 'fire.clerk'], []]) {
            expect(await store().desk.counts(desks, 's1', now)).toEqual(counted(all, desks, 's1', now))
            const choices = new Set(all.filter(({ desk }) => desks.includes(desk)).map(({ service, task }) => `${service} ${task}`))
            expect((await store().desk.choices(desks)).map(({ service, task }) => `${service} ${task}`)).toEqual([...choices].sort())
          }
        }),
        { numRuns: ROUNDS },
      )
    })
  })
}
