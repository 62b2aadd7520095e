import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { type CaseState, openTasks } from '#app/kernel/case/case-state.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { beginCase } from '#app/use-cases/begin-case.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { commandCase } from '#app/use-cases/command-case.ts'
import type { Commanded } from '#app/use-cases/decide-and-commit.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { CaseCommit, Store } from '#db/store.ts'
import { at, buildDefinition, plainCalendar, trialSurroundings } from '#tests/factories/definition.ts'
import { citizen, staff, typed } from '#tests/factories/play.ts'

/** Five steps at five desks, one after the other. */
export const STEPS = [
  { task: 'acceptance', by: 'lead.clerk' },
  { task: 'food_review', by: 'food.reviewer' },
  { task: 'fire_review', by: 'fire.reviewer' },
  { task: 'signs_review', by: 'signs.reviewer' },
  { task: 'decision', by: 'lead.head' },
] as const

const definition = buildDefinition({
  guarantee: { trips: 0, site_visits: 0, returns: 0 },
  data: { size: { ask: 'integer', range: [1, 500] } },
  requires: [],
  flow: [...STEPS.map((step) => ({ ...step, within: '3wd', outcomes: ['ok'] })), { end: 'granted' }],
  on: {},
})

const applicant = { person: citizen.id, name: 'Li Na', company: null, companyName: null }

/** What the use cases need, around a store. */
export function fiveStepsOn(store: Store): Environment {
  // Trusted: these use cases look at no more of the catalogue than this.
  const catalogue = { ...trialSurroundings, calendar: plainCalendar, services: { trial: definition }, definitions: { [definition.hash]: definition } } as unknown as Catalogue
  return { store, catalogue, registers: () => builtInRegister(store.records), now: () => at('2026-03-02'), chance: makeChance() }
}

/** A submission as the use case hands it to a store. */
export async function fiveStepsSubmission(): Promise<CaseCommit> {
  const taken: CaseCommit[] = []
  const env = fiveStepsOn({ ...openMemoryStore(), commit: async (change) => (taken.push(change), { ok: true }) })
  stateOf(await beginFiveSteps(env, null))
  const [submission] = taken
  if (!submission) throw new Error('nothing was committed')
  return submission
}

const beginFiveSteps = (env: Environment, idempotencyKey: string | null) =>
  beginCase(env, { ...citizen, kind: 'citizen', companies: [] }, definition, { applicant, answers: { size: typed(60) } }, { draft: null, idempotencyKey })

/** One case from its submission to its end: each step taken on by somebody, then answered, each a command that loads, decides and commits. */
export async function runFiveSteps(env: Environment, key: string): Promise<void> {
  let state = stateOf(await beginFiveSteps(env, key))
  for (const { task, by } of STEPS) {
    const clerk = staff(by, by)
    state = stateOf(await commandCase(env, clerk, state.id, { type: 'claim', ...refOf(state, task) }))
    state = stateOf(await commandCase(env, clerk, state.id, { type: 'decide', ...refOf(state, task), outcome: 'ok', reasons: [], note: '', items: [], sets: {} }))
  }
  if (!state.end) throw new Error('a case of five steps has not ended')
}

function refOf(state: CaseState, task: string) {
  const open = openTasks(state).find(({ name }) => name === task)
  if (!open) throw new Error(`${task} is not open`)
  return { task, round: open.round, desk: open.parts[0]?.desk ?? '', version: open.version }
}

function stateOf(commanded: Commanded): CaseState {
  if (!commanded.ok) throw new Error(JSON.stringify(commanded.problem))
  return commanded.state
}
