import { system } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Command } from '#app/kernel/case/command.ts'
import type { Problem } from '#app/kernel/case/problem.ts'
import type { PartRow } from '#db/part-store.ts'

import { decideAndCommit } from './decide-and-commit.ts'
import { definitionOf, type Environment } from './environment.ts'
import { partAnswers, partApplicant } from './part-answers.ts'

/** A life event has a dozen parts at most, each of which begins, moves and ends. */
const MOST_STEPS = 200

/**
 * Brings a case and its parts to agree: begins the parts it opened, tells it what has become of them, takes back what
 * it left behind. Everything here can be done again after a crash: the store keeps what is left to do, and each step
 * is done once, by its key or by what the case has heard already.
 */
export async function settleParts(env: Environment, parentId: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [next] = await env.store.parts.pendingOf(parentId)
    if (!next) return
    const moved = await settlePart(env, next)
    if (!moved) return
  }
  throw new Error(`the parts of case ${parentId} do not come to rest`)
}

/** One step. @returns whether anything changed; false leaves the part for later */
export async function settlePart(env: Environment, part: PartRow): Promise<boolean> {
  const parent = await env.store.cases.load(part.parentId)
  if (!parent) return false
  if (part.heardEnd !== null) return takeBack(env, part)
  if (part.childId === null) return begin(env, parent, part)
  return tell(env, parent, { type: 'hear_from_sub', sub: part.sub, whose: part.whose, end: part.end, answers: part.answers })
}

async function begin(env: Environment, parent: CaseState, part: PartRow): Promise<boolean> {
  const definition = await definitionOf(env, part.service, part.definitionHash)
  const whole = await definitionOf(env, parent.service, parent.definitionHash)
  const now = env.now()
  const applicant = partApplicant(whole, parent, part)
  const answers = await partAnswers(env, definition, parent, part)
  const from = { caseId: parent.id, ref: parent.ref, sub: part.sub }
  const command = { type: 'submit' as const, caseId: env.chance.id(now), ref: env.chance.ref(now), applicant, answers, parent: from }
  const key = `part:${parent.id}:${part.sub}`
  const begun = await decideAndCommit(env, system, null, command, { draft: null, idempotencyKey: key }, definition)
  if (begun === 'conflict') return false
  if (begun.ok) return true
  // It could not even begin: the whole is told, so that it can go on and say so.
  return tell(env, parent, { type: 'hear_from_sub', sub: part.sub, whose: 'office', end: 'refused', answers: {}, problem: codeOf(begun.problem) })
}

const codeOf = (problem: Problem): string => (problem.code === 'requirement' ? problem.reason : problem.code)

async function tell(env: Environment, parent: CaseState, command: Command & { type: 'hear_from_sub' }): Promise<boolean> {
  const heard = await decideAndCommit(env, system, parent, command, { draft: null, idempotencyKey: null })
  if (heard === 'conflict') return true
  if (heard.ok && heard.state.parent) await settleParts(env, heard.state.parent.caseId)
  return heard.ok
}

/** The whole was withdrawn: so are its parts, as far as they still can be. */
async function takeBack(env: Environment, part: PartRow): Promise<boolean> {
  const child = part.childId === null ? null : await env.store.cases.load(part.childId)
  if (!child) return false
  const taken = await decideAndCommit(env, system, child, { type: 'withdraw', note: '' }, { draft: null, idempotencyKey: null })
  return taken === 'conflict' || taken.ok
}
