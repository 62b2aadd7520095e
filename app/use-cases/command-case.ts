import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Command } from '#app/kernel/case/command.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import { type Commanded, decideAndCommit } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { settleParts } from './settle-parts.ts'

/** Departments working side by side on one case collide at most this often before somebody is told. */
const ATTEMPTS = 8

/** What staff decide about somebody. Taking work on, days of visits, and all that applicants do go on while the chain is stalled. */
const DECISIONS: ReadonlySet<Command['type']> = new Set(['decide', 'extend', 'revoke', 'suspend', 'resume'])

/**
 * Load, decide, commit: the way of every command on a case. When somebody else's events came first, it is decided
 * again on the new state; whether it still holds is the kernel's to say. Problem beside the kernel's: `evidence_stalled`, of
 * decisions of staff that nobody could prove later (docs/audit.md).
 */
export async function commandCase(env: Environment, actor: Actor, caseId: string, command: Exclude<Command, { type: 'submit' }>): Promise<Commanded> {
  if (actor.kind === 'staff' && DECISIONS.has(command.type) && (await env.isChainStalled?.())) return refuse({ code: 'evidence_stalled' })
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const state = await env.store.cases.load(caseId)
    if (!state) return refuse({ code: 'not_found' })
    const commanded = await decideAndCommit(env, actor, state, command, { draft: null, idempotencyKey: null })
    if (commanded !== 'conflict') {
      if (commanded.ok) await followParts(env, commanded.state)
      return commanded
    }
  }
  throw new Error(`case ${caseId} changed ${ATTEMPTS} times while ${command.type} was decided`)
}

/**
 * What a command on one case means for the whole or its parts. It is kept in the store already: if it can't be done
 * now, it is done a moment later, and no command that was accepted is answered with a failure.
 */
export async function followParts(env: Environment, state: CaseState): Promise<void> {
  try {
    if (Object.keys(state.subs).length > 0) await settleParts(env, state.id)
    if (state.parent) await settleParts(env, state.parent.caseId)
  } catch {
    // Reported by whoever does it in the background.
  }
}
