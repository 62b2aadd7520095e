import { type Actor, system } from '#app/kernel/case/actor.ts'
import { available } from '#app/kernel/case/available.ts'
import { type CaseState, openTasks, openWaits } from '#app/kernel/case/case-state.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import { claimTask, decideTask, scheduleVisit } from '#app/use-cases/answer-task.ts'
import { commandCase } from '#app/use-cases/command-case.ts'
import { definitionOf } from '#app/use-cases/environment.ts'
import { payFee } from '#app/use-cases/pay-fee.ts'
import type { StoredPerson } from '#db/store.ts'
import { Dice } from '#db/demo/dice.ts'

import { something } from './fill-in.ts'
import { TODAY, whoIs, type World } from './world.ts'

/** One part of a task, and who holds it. */
export type Held = { task: string; desk: string; clerk: StoredPerson }

/** Takes on every open part that somebody at its desk can take. @returns who holds what now */
export async function takeAll(world: World, ref: string, staff: readonly StoredPerson[]): Promise<Held[]> {
  const held: Held[] = []
  for (const { name: task, round, parts } of openTasks(await stateOf(world, ref))) {
    for (const { desk, outcome } of parts) {
      if (outcome !== null) continue
      const clerk = await firstThatCan(staff.filter(({ desks }) => desks.includes(desk)), async (one) => {
        const version = openTasks(await stateOf(world, ref)).find((open) => open.name === task)?.version ?? 0
        return (await claimTask(world, await whoIs(world, one.id), ref, { task, round, desk, version })).ok
      })
      if (clerk) held.push({ task, desk, clerk })
    }
  }
  return held
}

async function firstThatCan(staff: readonly StoredPerson[], can: (one: StoredPerson) => Promise<boolean>): Promise<StoredPerson | null> {
  for (const one of staff) if (await can(one)) return one
  return null
}

/** Each holder decides as well as can be; the applicant pays. Says whether the case went on. */
export async function workOn(world: World, ref: string, held: readonly Held[], applicant: Actor): Promise<boolean> {
  let moved = false
  for (const one of held) if (await decide(world, ref, one)) moved = true
  for (const { name, amount } of openWaits(await stateOf(world, ref))) {
    if (amount !== null && (await payFee(world, applicant, ref, { wait: name, amount, reference: 'P' })).ok) moved = true
  }
  const state = await stateOf(world, ref)
  const notice = openWaits(state).find(({ amount }) => amount === null)
  if (!moved && notice) moved = (await commandCase(world, system, state.id, { type: 'expire', timer: `wait:${notice.name}` })).ok
  return moved
}

async function decide(world: World, ref: string, { task, desk, clerk }: Held): Promise<boolean> {
  const actor = await whoIs(world, clerk.id)
  const offers = async () => {
    const state = await stateOf(world, ref)
    const definition = await definitionOf(world, state.service, state.definitionHash)
    return { state, definition, own: available(definition, state, actor).filter((offer) => 'task' in offer && offer.task.task === task && offer.task.desk === desk) }
  }
  for (const offer of (await offers()).own) if (offer.type === 'schedule_visit') await scheduleVisit(world, actor, ref, offer.task, TODAY)
  const { state, definition, own } = await offers()
  const decision = own.find((offer) => offer.type === 'decide')
  const node = taskNode(definition, task)
  if (decision?.type !== 'decide' || !node) return false
  const outcome = decision.outcomes[0] ?? ''
  const item = task.split('.')[1]
  const sets = Object.fromEntries(node.sets.flatMap((name) => {
    const field = definition.data[name]
    return field ? [[item === undefined ? name : `${name}.${item}`, something(field.type, new Dice(state.version), TODAY)]] : []
  }))
  const reasons = (node.reasons[outcome] ?? []).slice(0, 1).map((code) => ({ code, text: '' }))
  return (await decideTask(world, actor, ref, decision.task, { outcome, reasons, note: '', items: [], sets })).ok
}

export async function stateOf(world: World, ref: string): Promise<CaseState> {
  const state = await world.store.cases.loadByRef(ref)
  if (!state) throw new Error(`no case ${ref}`)
  return state
}

/** The cases of a life event, the whole first. */
export async function withPartsOf(world: World, ref: string): Promise<string[]> {
  const parts = await world.store.parts.of((await stateOf(world, ref)).id)
  const refs = await Promise.all(parts.map(async ({ childId }) => (childId === null ? [] : ((await world.store.cases.load(childId))?.ref ?? []))))
  return [ref, ...refs.flat()]
}
