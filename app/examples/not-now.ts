import { latestRound } from '#app/kernel/case/case-state.ts'
import { indexOf } from '#app/kernel/definition/nodes.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'

import { type Step, type Wrong, wrong } from './example.ts'
import type { Playing } from './playing.ts'
import { whatIsNext } from './what-is-next.ts'

/** The flow is not at this step: what it is at instead. */
export function notNow(playing: Playing, { name, outcome }: Step): Wrong | null {
  const { state, setting, before } = playing
  const { tasks, waits, subs } = indexOf(setting.definition)
  const node = tasks.get(baseName(name)) ?? waits.get(baseName(name)) ?? subs.get(baseName(name))
  const skipped = state.skipped.includes(name)
  if (outcome === 'skipped' && skipped) return null
  if (skipped) return wrong([name], `${name} is skipped here${node?.when ? `, since ${node.when} does not hold` : ''}`)
  const done = latestRound(state, name)?.outcome
  const already = done ? ` (${name} came out as ${done} already)` : ''
  return wrong([name], `after ${before} this is next: ${whatIsNext(state)}; the example says ${name}${already}`)
}
