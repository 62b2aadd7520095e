import { beforeEach, describe, expect, test } from 'vitest'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { type CaseState, openTasks } from '#app/kernel/case/case-state.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { commandCase } from '#app/use-cases/command-case.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { runParts } from '#app/use-cases/run-parts.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import { at } from '#tests/factories/definition.ts'
import { begun } from '#tests/factories/environment.ts'
import { staff } from '#tests/factories/play.ts'

const catalogue = readCatalogue('workflows').catalogue!
let env: Environment
let parent: Actor

beforeEach(async () => {
  const clock = { now: at('2026-03-02') }
  const store = openMemoryStore()
  env = { store, catalogue, registers: () => builtInRegister(store.records), now: () => clock.now, chance: makeChance() }
  const city = buildCity(new Dice(1), '2026-03-02')
  const mother = city.newcomers.find((one) => one.demo === 'parent')!
  await env.store.people.put(city.newcomers)
  await env.store.records.put(city.records.filter((record) => city.newcomers.some((one) => one.subject === record.subject)))
  parent = { kind: 'citizen', id: mother.id, name: mother.name, companies: [] }
})

/** Applies for the newborn, answering what is left to ask. */
async function apply(wantsRefund: boolean): Promise<CaseState> {
  const draftId = await begun(env, parent, 'newborn')
  for (let i = 0; i < 20; i += 1) {
    const open = await openDraft(env, parent, draftId)
    const todo = open!.fields.find((field) => field.state === 'todo')
    if (!todo) break
    const options = open!.draft.options[todo.field.name] ?? []
    const input = options[0] ? { pick: options[0].key } : { value: todo.field.name === 'wants_refund' ? wantsRefund : 'some text' }
    const saved = await saveAnswer(env, parent, draftId, todo.field.name, input)
    if (!saved.ok) throw new Error(`${todo.field.name}: ${JSON.stringify(saved)}`)
  }
  const submitted = await submitApplication(env, parent, draftId)
  if (!submitted.ok) throw new Error(JSON.stringify(submitted))
  return (await env.store.cases.loadByRef(submitted.ref))!
}

const reload = async (state: { id: string }) => (await env.store.cases.load(state.id))!
const part = async (whole: CaseState, sub: string) => {
  const row = (await env.store.parts.of(whole.id)).find((one) => one.sub === sub)
  return row?.childId ? (await env.store.cases.load(row.childId))! : null
}

type Answering = { outcome?: string; of?: string; sets?: Record<string, string | number> }

/** Does every open task of a part, each by somebody else, as well as can be; `of` names the task that comes out as `outcome`. */
async function work(state: CaseState | null, { outcome, of, sets = {} }: Answering = {}): Promise<void> {
  for (let now = await reload(state!); openTasks(now)[0]; now = await reload(state!)) {
    const task = openTasks(now)[0]!
    const node = taskNode(catalogue.definitions[now.definitionHash]!, task.name)!
    const desk = task.parts[0]!.desk
    const clerk = staff(`clerk-${task.name}`, desk)
    const ref = { task: task.name, round: task.round, desk }
    const claimed = await commandCase(env, clerk, now.id, { type: 'claim', ...ref, version: task.version })
    const chosen = task.name === of ? outcome! : node.outcomes[0]!
    const reasons = (node.reasons[chosen] ?? []).slice(0, 1).map((code) => ({ code, text: '' }))
    const decided = await commandCase(env, clerk, now.id, { type: 'decide', ...ref, version: task.version + 1, outcome: chosen, reasons, note: '', items: [], sets })
    if (!claimed.ok || !decided.ok) throw new Error(`${task.name} ${chosen}: ${JSON.stringify([claimed.ok, decided])}`)
  }
}

const NUMBER = '990101202601200018'
const entered = { sets: { child_identity_number: NUMBER } }
const posted = { sets: { tracking_number: 'EMS1' } }

describe('a life event', () => {
  test('begins its first part at once, in the name of the parent, with what the parent gave', async () => {
    const whole = await apply(false)
    const entry = await part(whole, 'household_entry')
    expect(entry).toMatchObject({ service: 'birth-household-registration', parent: { caseId: whole.id, sub: 'household_entry' }, applicant: whole.applicant })
    expect(entry?.answers['child_name']?.value).toBe('周沐晴')
    expect(Object.keys(whole.subs)).toEqual(['household_entry'])
  })

  test('begins the others when the child is entered, hands the number on, and ends when all have ended', async () => {
    const whole = await apply(true)
    await work(await part(whole, 'household_entry'), entered)
    const after = await reload(whole)
    expect(Object.keys(after.subs).sort()).toEqual(['household_entry', 'maternity_refund', 'medical_insurance', 'parenting', 'social_security_card', 'vaccination'])
    expect(after.answers['child_identity_number']?.value).toBe(NUMBER)
    expect((await part(whole, 'medical_insurance'))?.answers['child_identity_number']?.value).toBe(NUMBER)
    // Two parts need nobody: they have ended already.
    expect([after.subs['vaccination']?.end, after.subs['parenting']?.end]).toEqual(['granted', 'granted'])
    for (const sub of ['medical_insurance', 'social_security_card', 'maternity_refund']) await work(await part(whole, sub), posted)
    expect((await reload(whole)).end).toBe('granted')
  })

  test('one part refused leaves the others standing', async () => {
    const whole = await apply(true)
    await work(await part(whole, 'household_entry'), entered)
    await work(await part(whole, 'maternity_refund'), { of: 'decision', outcome: 'refuse' })
    const between = await reload(whole)
    expect([between.subs['maternity_refund']?.end, between.end]).toEqual(['refused', null])
    for (const sub of ['medical_insurance', 'social_security_card']) await work(await part(whole, sub), posted)
    expect((await reload(whole)).end).toBe('partly_granted')
  })

  test('a part that was opened but not begun is begun later, once', async () => {
    const whole = await apply(false)
    await runParts(env)
    await runParts(env)
    expect((await env.store.parts.of(whole.id)).map((row) => [row.sub, row.childId !== null])).toEqual([['household_entry', true]])
    expect((await env.store.parts.pending(env.now() + 1e12, 10, 0)).length).toBe(0)
  })

  test('withdrawing the whole withdraws its part', async () => {
    const whole = await apply(false)
    const entry = (await part(whole, 'household_entry'))!
    const withdrawn = await commandCase(env, parent, whole.id, { type: 'withdraw', note: '' })
    expect(withdrawn.ok).toBe(true)
    expect((await reload(whole)).end).toBe('withdrawn')
    expect((await reload(entry)).end).toBe('withdrawn')
  })
})
