import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { RegisterSource } from '#app/registers/register-source.ts'
import { runAwaits } from '#app/use-cases/run-awaits.ts'
import { Dice } from '#db/demo/dice.ts'
import { fillPosts } from '#db/demo/posts.ts'
import { demoStaff } from '#db/demo/staff.ts'
import type { StoredPerson } from '#db/store.ts'

import { Lives } from './lives.ts'
import { difference, readLog, type Said, saidOf } from './tally.ts'
import { openWorld, type World } from './world.ts'

const READS = 10_000
/** So many do something at the same time. */
const AT_ONCE = 6
const MOST_ROUNDS = 2_000

const folder = mkdtempSync(join(tmpdir(), 'reads-'))
const file = join(folder, 'portal.sqlite')
let world: World
beforeAll(async () => void (world = await openWorld(`file:${file}`)), 60_000)
afterAll(async () => {
  await world.store.close()
  rmSync(folder, { recursive: true })
})

test('in ten thousand reads each is in the log exactly once, and nothing besides', async () => {
  const said: Said[] = []
  const dice = new Dice(7)
  const lives = new Lives(world, dice, (one) => said.push(one))
  // The registers' own tally: of every request they answered, whatever the portal makes of it.
  const answered = answeredBy(world)
  const staff = [...demoStaff, ...fillPosts(world.catalogue.posts ?? [], demoStaff)]
  let rounds = 0
  for (; said.length + answered.subjects < READS && rounds < MOST_ROUNDS; rounds += 1) {
    await Promise.all(groupOf(dice, world.citizens).map((who, i) => live(lives, dice, who, i === 0 ? dice.pick(staff) : null)))
    if (rounds % 10 === 9) {
      world.clock.now += 16 * 60_000
      await runAwaits(world)
    }
  }
  const log = readLog(file)
  const all = [...said, ...answered.reads.flatMap((one) => saidOf(one, readerOf(one, lives.drafts)))]
  expect(difference(all, log)).toEqual({ missing: [], besides: [] })
  expect(log.every(({ outcome }) => outcome === 'read')).toBe(true)
  expect(new Set(log.map(({ request, subject }) => `${request} ${subject}`)).size).toBe(log.length)
  expect(log.length).toBeGreaterThanOrEqual(READS)
  expect(lives.refs.length).toBeGreaterThan(50)
  const kinds = Object.entries(Object.groupBy(log, ({ what, purpose, reader }) => (what !== 'register' ? what : purpose === 'own' ? 'own look' : reader === 'system' || reader === 'health' ? 'for a case' : 'for a draft'))).map(([kind, rows]) => `${rows?.length} ${kind}`)
  console.log(`${log.length} reads in ${rounds} rounds of ${AT_ONCE} at once: ${kinds.join(', ')}; 0 missing, 0 besides`)
}, 240_000)

/** Different people, so that each is at one thing at a time. */
function groupOf(dice: Dice, citizens: readonly StoredPerson[]): StoredPerson[] {
  const group = new Set<StoredPerson>()
  while (group.size < AT_ONCE) group.add(dice.pick(citizens))
  return [...group]
}

async function live(lives: Lives, dice: Dice, who: StoredPerson, clerk: StoredPerson | null): Promise<void> {
  if (clerk) return lives.work(clerk)
  const mood = dice.next()
  if (mood < 0.5) await lives.apply(who)
  else if (mood < 0.8) await lives.own(who)
  else await lives.send(who)
}

type Read = Parameters<RegisterSource['read']>[0]

/** Counts at the registers' side: what they gave an answer to. */
function answeredBy(world: World): { reads: Read[]; subjects: number } {
  const answered: { reads: Read[]; subjects: number } = { reads: [], subjects: 0 }
  const { registers } = world
  world.registers = (register) => ({
    read: async (request, signal) => {
      const answer = await registers(register).read(request, signal)
      if (answer.ok) {
        answered.reads.push(request)
        answered.subjects += new Set(request.wanted.map(({ subject }) => subject)).size
      }
      return answer
    },
  })
  return answered
}

/** Who reads: the one whose draft it is, the portal itself for a case, or whoever looks at their own. */
const readerOf = ({ purpose, reason }: Read, drafts: ReadonlyMap<string, string>): string => (purpose === 'own' ? reason : (drafts.get(reason) ?? 'system'))
