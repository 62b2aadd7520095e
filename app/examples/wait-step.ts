import type { Actor } from '#app/kernel/case/actor.ts'
import { openWaits, type Wait } from '#app/kernel/case/case-state.ts'
import type { WaitNode } from '#app/kernel/definition/definition.ts'

import { arrive } from './arrive.ts'
import { type Step, type Wrong, wrong } from './example.ts'
import { goTo } from './go-to.ts'
import { notNow } from './not-now.ts'
import type { Playing } from './playing.ts'
import { sayRefusal } from './say-refusal.ts'
import { supply } from './supply.ts'
import { letExpire } from './timers.ts'

/** How each kind of wait can come out. */
const outcomes: Readonly<Record<WaitNode['awaits']['what'], readonly string[]>> = {
  payment: ['paid', 'expired'],
  record: ['arrived', 'expired'],
  notice: ['passed', 'objected'],
  materials: ['supplied', 'expired'],
}

/** A wait is over: what it waited for comes, or its time runs out. */
export function waitStep(playing: Playing, step: Step, node: WaitNode): Wrong | null {
  const { name, outcome } = step
  const wait = openWaits(playing.state).find((one) => one.name === name)
  if (!wait) return notNow(playing, step)
  const possible = outcomes[node.awaits.what]
  if (!possible.includes(outcome)) return wrong([name], `${name} comes out as ${possible.join(' or ')}, not "${outcome}"`)
  if (outcome === 'expired' || outcome === 'passed') return letExpire(playing, `wait:${name}`, name)
  const late = goTo(playing, step, wait.openedAt)
  if (late) return late
  if (outcome === 'supplied') return supply(playing, step)
  if (outcome === 'arrived') return arrive(playing, step, node)
  return outcome === 'paid' ? pay(playing, step, wait) : object(playing, step)
}

function pay(playing: Playing, { name, amount }: Step, wait: Wait): Wrong | null {
  const problem = playing.give(playing.applicant, { type: 'pay', wait: name, amount: amount ?? wait.amount ?? 0, reference: 'example' })
  return problem ? wrong([amount === null ? name : 'amount'], sayRefusal(problem)) : null
}

/** Somebody objects; the notice stays up for the rest of its time. */
function object(playing: Playing, { name }: Step): Wrong | null {
  const neighbour: Actor = { kind: 'citizen', id: 'neighbour', name: 'A neighbour', companies: [] }
  const problem = playing.give(neighbour, { type: 'object', wait: name, text: 'An objection.' })
  return problem ? wrong([name], sayRefusal(problem)) : letExpire(playing, `wait:${name}`, name)
}
