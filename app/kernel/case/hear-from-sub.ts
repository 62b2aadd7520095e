import type { Definition } from '#app/kernel/definition/definition.ts'
import { subNode } from '#app/kernel/definition/nodes.ts'
import { itemName, itemOf } from '#app/kernel/definition/item-name.ts'

import type { Answers } from './answer.ts'
import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { refuse } from './problem.ts'

/**
 * A part of this case has moved: somebody else's turn, or its end with the values it hands over. Told by the portal
 * itself, perhaps more than once. Problems: `not_permitted`, `not_open`, `done_already` (nothing new).
 */
export function hearFromSub(definition: Definition, state: CaseState, command: Command & { type: 'hear_from_sub' }, { actor }: Context): Ruling {
  if (actor.kind !== 'system') return refuse({ code: 'not_permitted' })
  const sub = state.subs[command.sub]
  const node = subNode(definition, command.sub)
  if (!sub || !node || sub.end !== null) return refuse({ code: 'not_open', what: command.sub })
  if (command.end !== null) return { ok: true, bodies: [{ type: 'sub_ended', sub: sub.name, end: command.end, answers: taken(node.takes, command), ...(command.problem ? { problem: command.problem } : {}) }] }
  return sub.whose === command.whose ? refuse({ code: 'done_already', what: command.sub }) : { ok: true, bodies: [{ type: 'sub_moved', sub: sub.name, whose: command.whose }] }
}

/** Only what this case said it takes over, under the name of its own item. */
const taken = (names: readonly string[], { sub, answers }: Command & { type: 'hear_from_sub' }): Answers =>
  Object.fromEntries(names.flatMap((name) => (answers[name] ? [[itemName(name, itemOf(sub)), answers[name]]] : [])))
