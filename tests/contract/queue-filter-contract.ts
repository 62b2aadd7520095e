import { describe, expect, it } from 'vitest'

import type { QueueFilter, QueueRow } from '#db/store.ts'
import { buildCommit, buildQueueRow } from '#tests/factories/case-commit.ts'

import type { Contract } from './store-contract.ts'

const now = 1000
const held = { holderId: 's1', holderName: 'Zhou Jie' }
const row = (task: string, due: Pick<QueueRow, 'yellowAt' | 'dueAt'>, more: Partial<QueueRow> = {}) => buildQueueRow({ task, ...due, ...more })

/** Named for their light and what lies at its edge. */
const tasks = [
  row('red', { yellowAt: 500, dueAt: 900 }, held),
  row('red-now', { yellowAt: 500, dueAt: 1000 }),
  row('yellow', { yellowAt: 900, dueAt: 1001 }, { service: 'other' }),
  row('yellow-now', { yellowAt: 1000, dueAt: 1100 }, { holderId: 's2', holderName: 'Chen Yu' }),
  row('green', { yellowAt: 1001, dueAt: 1200 }, held),
  row('green-no-yellow', { yellowAt: null, dueAt: 1300 }, { desk: 'lead.head' }),
  row('stopped', { yellowAt: null, dueAt: null }),
]
const everything: QueueFilter = { desks: ['lead.clerk', 'lead.head'], holder: { is: 'anyone' }, service: null, task: null, light: null, now }

export const queueFilterContract: Contract = (store) => {
  const fill = () => store().commit(buildCommit({ tasks }))
  const named = async (filter: Partial<QueueFilter>) => {
    await fill()
    const { rows } = await store().desk.queue({ ...everything, ...filter }, { limit: 20 })
    return rows.map(({ task }) => task)
  }

  describe('the filters of a queue', () => {
    it.each<[Partial<QueueFilter>, string[]]>([
      [{ light: 'red' }, ['red', 'red-now']],
      [{ light: 'yellow' }, ['yellow', 'yellow-now']],
      [{ light: 'green' }, ['green', 'green-no-yellow']],
      [{ light: 'stopped' }, ['stopped']],
      [{ holder: { is: 'person', id: 's1' } }, ['red', 'green']],
      [{ holder: { is: 'person', id: 'nobody' } }, []],
      [{ holder: { is: 'nobody' } }, ['red-now', 'yellow', 'green-no-yellow', 'stopped']],
      [{ service: 'other' }, ['yellow']],
      [{ task: 'green' }, ['green']],
      [{ task: 'green', service: 'other' }, []],
      [{ holder: { is: 'nobody' }, light: 'red', service: 'trial' }, ['red-now']],
      [{ desks: ['lead.head'] }, ['green-no-yellow']],
    ])('%j', async (filter, expected) => expect(await named(filter)).toEqual(expected))

    it('stay while paging', async () => {
      await fill()
      const filter: QueueFilter = { ...everything, holder: { is: 'nobody' } }
      const first = await store().desk.queue(filter, { limit: 2 })
      const second = await store().desk.queue(filter, { limit: 2, after: first.next })
      expect(second.rows.map(({ task }) => task)).toEqual(['green-no-yellow', 'stopped'])
      expect(second.next).toBeNull()
      expect(await store().desk.queue(filter, { limit: 2, before: second.previous })).toEqual(first)
    })
  })

  describe('the counts of a queue', () => {
    it('agree with its filters', async () => {
      await fill()
      const counts = await store().desk.counts(everything.desks, 's1', now)
      expect(counts).toEqual({ all: 7, mine: 2, unassigned: 4, red: 2, yellow: 2, green: 2, stopped: 1 })
      expect(await store().desk.counts(['lead.head'], 's1', now)).toMatchObject({ all: 1, mine: 0, unassigned: 1 })
    })

    it('are all zero at a desk without work', async () => {
      const none = { all: 0, mine: 0, unassigned: 0, red: 0, yellow: 0, green: 0, stopped: 0 }
      expect(await store().desk.counts(['signs.reviewer'], 's1', now)).toEqual(none)
    })

    it('move with the time', async () => {
      await fill()
      expect(await store().desk.counts(everything.desks, 's1', 5000)).toMatchObject({ red: 6, yellow: 0, green: 0, stopped: 1 })
    })
  })

  it('offers the services and tasks that have open work at the desks', async () => {
    await store().commit(buildCommit({ tasks: [...tasks, row('red', { yellowAt: 1, dueAt: 1 }, { desk: 'lead.head' })] }))
    expect(await store().desk.choices(['lead.head', 'signs.reviewer'])).toEqual([
      { service: 'trial', task: 'green-no-yellow' },
      { service: 'trial', task: 'red' },
    ])
    expect((await store().desk.choices(everything.desks)).map(({ service, task }) => `${service} ${task}`)).toEqual([
      'other yellow', 'trial green', 'trial green-no-yellow', 'trial red', 'trial red-now', 'trial stopped', 'trial yellow-now',
    ])
  })
}
