import type { Actor } from '#app/kernel/case/actor.ts'

import { type Step, type Wrong, wrong } from './example.ts'
import { goTo } from './go-to.ts'
import type { Playing } from './playing.ts'
import { sayRefusal } from './say-refusal.ts'

/** What an office does beside the flow: takes more time (extends), or takes back what was granted (revokes). */
export function officeStep(playing: Playing, step: Step): Wrong | null {
  const { extension, revocation } = playing.setting.definition
  if (step.outcome !== 'extends' && step.outcome !== 'revokes') return wrong(['office'], `the office extends or revokes, not "${step.outcome}"`)
  const right = step.outcome === 'extends' ? extension : revocation
  if (!right) return wrong(['office'], `this service says nothing of this under on: (${step.outcome === 'extends' ? 'extend' : 'revoke'})`)
  const late = goTo(playing, step, playing.now)
  if (late) return late
  const head: Actor = { kind: 'staff', id: right.by, name: right.by, desks: [right.by] }
  const reason = { code: step.reason ?? right.reasons[0] ?? '', text: '' }
  const problem = playing.give(head, { type: step.outcome === 'extends' ? 'extend' : 'revoke', reason })
  return problem ? wrong([step.reason && problem.code === 'invalid' ? 'reason' : 'office'], sayRefusal(problem)) : null
}
