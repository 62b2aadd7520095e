import { caseCommit, type Effect, type Keys } from './effects/case-commit.ts'
import type { Environment } from './environment.ts'

/**
 * The commit of a decision, as `caseCommit`. Most leave nothing under the applicant's identity number: it is read when one asks for it, and
 * then the commit is made again.
 */
export async function commitOf(env: Environment, effect: Omit<Effect, 'subject'>, keys: Keys): Promise<ReturnType<typeof caseCommit>> {
  let isAsked = false
  const asking: Effect = {
    ...effect,
    get subject() {
      isAsked = true
      return null
    },
  }
  const built = caseCommit(env, asking, keys)
  if (!isAsked) return built
  const person = await env.store.people.find(effect.state.applicant.person)
  return caseCommit(env, { ...effect, subject: person?.subject ?? null }, keys)
}
