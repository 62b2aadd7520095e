import { available } from '#app/kernel/case/available.ts'
import { openTasks, openWaits } from '#app/kernel/case/case-state.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import { decideTask, scheduleVisit } from '#app/use-cases/answer-task.ts'
import { definitionOf } from '#app/use-cases/environment.ts'
import { objectToNotice } from '#app/use-cases/object-to-notice.ts'
import { payFee } from '#app/use-cases/pay-fee.ts'
import { commandCase } from '#app/use-cases/command-case.ts'
import { system } from '#app/kernel/case/actor.ts'
import { Dice } from '#db/demo/dice.ts'
import { something } from '#tests/shared-records/fill-in.ts'
import { type Held, stateOf, takeAll, withPartsOf } from '#tests/shared-records/office.ts'
import { TODAY, whoIs } from '#tests/shared-records/world.ts'

import type { CanaryCity } from './canary-city.ts'

const STAGES = 12

/** Lives a case to its end or until nobody can go on; every note, every reason and every text that a desk sets is a canary. @param last whether the last outcome a task has is chosen, not the first */
export async function liveThrough(city: CanaryCity, ref: string, objector: string, last = false): Promise<void> {
  for (let stage = 0, moved = true; moved && stage < STAGES; stage += 1) {
    moved = false
    for (const one of await withPartsOf(city.world, ref)) {
      for (const held of await takeAll(city.world, one, city.staff)) if (await decide(city, one, held, last)) moved = true
      if (await goOn(city, one, objector)) moved = true
    }
  }
}

/** Fees are paid; what is public is objected to, and its time runs out. */
async function goOn({ world, mint }: CanaryCity, ref: string, objector: string): Promise<boolean> {
  let moved = false
  const state = await stateOf(world, ref)
  for (const { name, amount } of openWaits(state)) {
    if (amount !== null) moved = (await payFee(world, await whoIs(world, state.applicant.person), ref, { wait: name, amount, reference: 'P' })).ok || moved
    else {
      await objectToNotice(world, await whoIs(world, objector), ref, mint.plant(`objection to ${ref}`))
      moved = (await commandCase(world, system, state.id, { type: 'expire', timer: `wait:${name}` })).ok || moved
    }
  }
  return moved
}

async function decide({ world, mint }: CanaryCity, ref: string, { task, desk, clerk }: Held, last: boolean): Promise<boolean> {
  const actor = await whoIs(world, clerk.id)
  const offers = async () => {
    const state = await stateOf(world, ref)
    const definition = await definitionOf(world, state.service, state.definitionHash)
    return { definition, own: available(definition, state, actor).filter((offer) => 'task' in offer && offer.task.task === task && offer.task.desk === desk) }
  }
  for (const offer of (await offers()).own) if (offer.type === 'schedule_visit') await scheduleVisit(world, actor, ref, offer.task, TODAY)
  const { definition, own } = await offers()
  const offer = own.find(({ type }) => type === 'decide')
  const node = taskNode(definition, task)
  if (offer?.type !== 'decide' || !node) return false
  const outcome = offer.outcomes.filter((one) => one !== 'return').at(last ? -1 : 0) ?? ''
  const about = `${task} of ${ref}`
  const item = task.split('.')[1]
  const sets = Object.fromEntries(node.sets.flatMap((name) => {
    const type = definition.data[name]?.type
    return type ? [[item === undefined ? name : `${name}.${item}`, type.type === 'text' ? mint.plant(`${name} set by ${about}`) : something(type, new Dice(1), TODAY)]] : []
  }))
  const reasons = (node.reasons[outcome] ?? []).slice(0, 1).map((code) => ({ code, text: mint.plant(`reason of ${about}`) }))
  return (await decideTask(world, actor, ref, offer.task, { outcome, reasons, note: mint.plant(`note of ${about}`), items: [], sets })).ok
}

/** Every open task of these cases is taken on by somebody who can. */
export async function takeOn({ world, staff }: CanaryCity, refs: readonly string[]): Promise<Map<string, Held[]>> {
  const held = new Map<string, Held[]>()
  for (const ref of refs) for (const one of await withPartsOf(world, ref)) if (!held.has(one)) held.set(one, openTasks(await stateOf(world, one)).length > 0 ? await takeAll(world, one, staff) : [])
  return held
}
