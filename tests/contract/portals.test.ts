import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { openTasks } from '#app/kernel/case/case-state.ts'
import { replay } from '#app/kernel/case/evolve.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { beginCase } from '#app/use-cases/begin-case.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { commandCase } from '#app/use-cases/command-case.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { Dice } from '#db/demo/dice.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'
import { at, buildDefinition, plainCalendar, trialSurroundings } from '#tests/factories/definition.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
import { citizen, staff, trialAnswers } from '#tests/factories/play.ts'

const PORTALS = 8
const CASES = 12
const STEPS = 40

const folder = mkdtempSync(join(tmpdir(), 'onetrip-portals-'))
afterAll(() => rmSync(folder, { recursive: true }))

const definition = buildDefinition()
const catalogue = { ...trialSurroundings, calendar: plainCalendar, services: { trial: definition }, definitions: { [definition.hash]: definition } } as unknown as Catalogue
const portalOn = (store: Store): Environment => ({ store, catalogue, registers: () => builtInRegister(store.records), now: () => at('2026-03-03'), chance: makeChance() })

const kinds: readonly [string, () => Promise<Store[]>][] = [
  ['memory', async () => Array.from({ length: PORTALS }, () => shared)],
  ['a SQLite file', async () => Promise.all(Array.from({ length: PORTALS }, () => openStore({ databaseUrl: `file:${join(folder, 'portals.db')}` })))],
  ['a PostgreSQL server', async () => {
    const databaseUrl = await newDatabase()
    return Promise.all(Array.from({ length: PORTALS }, () => openStore({ databaseUrl })))
  }],
]
const shared = openMemoryStore()

async function submitted(env: Environment, key: string): Promise<string> {
  const applicant = { person: citizen.id, name: 'Li Na', company: null, companyName: null }
  const begun = await beginCase(env, { ...citizen, kind: 'citizen', companies: [] }, definition, { applicant, answers: trialAnswers }, { draft: null, idempotencyKey: key })
  if (!begun.ok) throw new Error(begun.problem.code)
  return begun.state.id
}

/** A clerk of this portal takes any open task of any case, and answers it, whatever others do with it meanwhile. @returns what each command came to */
async function work(env: Environment, cases: readonly string[], dice: Dice, clerk: string): Promise<string[]> {
  const came: string[] = []
  for (let step = 0; step < STEPS; step += 1) {
    const state = await env.store.cases.load(dice.pick(cases))
    const task = state && dice.pick([...openTasks(state), null])
    const part = task?.parts.find((one) => one.outcome === null)
    const node = task && taskNode(definition, task.name)
    if (!state || !task || !part || !node) continue
    const who = staff(clerk, part.desk)
    const ref = { task: task.name, round: task.round, desk: part.desk, version: task.version }
    const outcome = dice.pick(node.outcomes)
    const reasons = (node.reasons[outcome] ?? []).slice(0, 1).map((code) => ({ code, text: '' }))
    const items = outcome === 'return' ? [{ name: 'plan', reason: reasons[0] ?? { code: '', text: '' } }] : []
    const claimed = await commandCase(env, who, state.id, { type: 'claim', ...ref })
    const decided = await commandCase(env, who, state.id, { type: 'decide', ...ref, version: ref.version + (claimed.ok ? 1 : 0), outcome, reasons, note: '', items, sets: node.name === 'fire_review' ? { danger: 'low' } : {} })
    came.push(...[claimed, decided].map((one) => (one.ok ? 'done' : one.problem.code)))
  }
  return came
}

describe.each(kinds)(`eight portals on %s`, (_, open) => {
  it('make one case of what all of them are sent, decide each task once, and tell the others', async () => {
    const stores = await open()
    const portals = stores.map(portalOn)
    try {
      const sent = await Promise.all(Array.from({ length: CASES }, (_case, place) => Promise.all(portals.map((env) => submitted(env, `portals-${place}`)))))
      for (const ids of sent) expect(new Set(ids).size).toBe(1)
      const cases = sent.map(([id = '']) => id)
      const came = (await Promise.all(portals.map((env, place) => work(env, cases, new Dice(place + 1), `clerk-${place}`)))).flat()
      expect(came.filter((one) => one === 'done').length).toBeGreaterThan(CASES)
      expect(came.filter((one) => one !== 'done').length).toBeGreaterThan(0)
      for (const id of cases) {
        const [state, events] = [await stores[0]?.cases.load(id), (await stores[1]?.cases.events(id)) ?? []]
        expect(events.map(({ version }) => version)).toEqual(events.map((_event, place) => place + 1))
        expect(replay(events)).toEqual(state)
        const decisions = events.flatMap((event) => (event.type === 'task_reported' ? [`${event.task} ${event.round} ${event.desk}`] : []))
        expect(new Set(decisions).size).toBe(decisions.length)
      }
      const desks = [...new Set(Object.entries(trialSurroundings.departments).flatMap(([name, { roles }]) => roles.map((role) => `${name}.${role}`)))]
      const { rows } = await (stores[2] ?? shared).desk.queue({ desks, holder: { is: 'anyone' }, service: null, task: null, light: null, now: 0 }, { limit: 500 })
      expect((await (stores[3] ?? shared).desk.counts(desks, 'nobody', 0)).all).toBe(rows.length)
    } finally {
      await Promise.all(stores.map((store) => store.close()))
    }
  })
})
