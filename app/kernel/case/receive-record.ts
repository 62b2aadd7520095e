import type { Definition } from '#app/kernel/definition/definition.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'

import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { refuse } from './problem.ts'

/**
 * A record that a case waited for has come: its values replace what was (not) known. Only from the register itself.
 * Problems: `not_permitted`, `not_open`, `invalid` (a value that the awaited entity does not fill).
 */
export function receiveRecord(definition: Definition, state: CaseState, command: Command & { type: 'receive_record' }, context: Context): Ruling {
  const wait = state.waits[command.wait]
  const node = waitNode(definition, command.wait)
  if (!wait || wait.closedAt !== null || node?.awaits.what !== 'record') return refuse({ code: 'not_open', what: command.wait })
  const { register, entity } = node.awaits
  if (context.actor.kind !== 'register' || context.actor.id !== register) return refuse({ code: 'not_permitted' })
  const strange = Object.keys(command.answers).filter((name) => {
    const field = definition.data[name]
    return field?.kind !== 'record' || field.register !== register || field.entity !== entity
  })
  if (strange.length > 0) return refuse({ code: 'invalid', fields: strange.map((name) => ({ name, code: 'not_asked' })) })
  return {
    ok: true,
    bodies: [
      { type: 'record_arrived', wait: wait.name, answers: command.answers },
      { type: 'wait_ended', wait: wait.name, expired: false },
    ],
  }
}
