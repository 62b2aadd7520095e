import { system } from '#app/kernel/case/actor.ts'
import type { Answer } from '#app/kernel/case/answer.ts'
import { openSubs } from '#app/kernel/case/case-state.ts'
import type { Whose } from '#app/kernel/clock/segments.ts'
import { hint } from '#app/kernel/definition/definition-problem.ts'
import { caseEnds, type Definition, type SubNode } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import { serviceKey } from '#app/kernel/definition/surroundings.ts'

import { type Step, type Wrong, wrong } from './example.ts'
import { goTo } from './go-to.ts'
import { notNow } from './not-now.ts'
import type { Playing } from './playing.ts'
import { sayRefusal } from './say-refusal.ts'

/** Whose time it is in a part that has not ended, by its word in examples.yaml. */
const turns: Readonly<Record<string, Whose>> = { applicants_turn: 'applicant', offices_turn: 'office', others_turn: 'other' }

/** A part of a life event ends, with what it hands over; or it is somebody else's turn there. */
export function subStep(playing: Playing, step: Step, node: SubNode): Wrong | null {
  const { name, outcome, takes } = step
  const sub = openSubs(playing.state).find((one) => one.name === name)
  if (!sub) return notNow(playing, step)
  const possible = endsOf(playing.setting.services[serviceKey(node.service, node.version)])
  const end = caseEnds.find((one) => one === outcome) ?? null
  const turn = Object.hasOwn(turns, outcome) ? turns[outcome] : undefined
  if (turn === undefined && (end === null || !possible.includes(end))) return wrong([name], `${node.service} ends ${possible.join(' or ')}, not "${outcome}"`)
  const strange = strangeIn(takes ?? {}, end === 'granted' ? node.takes : [], node)
  if (strange) return strange
  const late = goTo(playing, step, sub.openedAt)
  if (late) return late
  const answers = Object.fromEntries(Object.entries(takes ?? {}).map(([key, value]): [string, Answer] => [key, { value, source: 'desk', envelope: null, file: null }]))
  const problem = playing.give(system, { type: 'hear_from_sub', sub: name, whose: turn ?? sub.whose, end, answers })
  return problem ? wrong([name], sayRefusal(problem)) : null
}

/** A part that is granted hands over all that is taken; one that is not, nothing. */
function strangeIn(takes: object, wanted: readonly string[], node: SubNode): Wrong | null {
  const extra = Object.keys(takes).find((name) => !wanted.includes(name))
  if (extra) return wrong(['takes', extra], `"${extra}" is not taken over here${hint(extra, node.takes)}`)
  const lacking = wanted.find((name) => !Object.hasOwn(takes, name))
  return lacking ? wrong([node.name], `say what it hands over, as takes: { ${lacking}: … }`) : null
}

/** How cases of a service can end. */
function endsOf(definition: Definition | undefined): readonly string[] {
  if (!definition) return caseEnds
  const found = nodesOf(definition).flatMap((node) => {
    if (node.node === 'end') return [node.end]
    if (node.node === 'stage') return node.returns ? [node.returns.else] : []
    return node.node === 'wait' && node.awaits.what !== 'notice' ? [node.else] : []
  })
  return [...new Set([...found, ...(definition.withdraw ? ['withdrawn'] : []), ...(definition.revocation ? ['revoked'] : [])])]
}
