import type { Step, Wrong } from './example.ts'
import { newAnswers, placedInGives } from './new-answers.ts'
import type { Playing } from './playing.ts'

/** The applicant brings what was promised. */
export function supply(playing: Playing, step: Step): Wrong | null {
  const given = newAnswers(playing, step)
  if (!('answers' in given)) return given
  const problem = playing.give(playing.applicant, { type: 'supply', answers: given.answers })
  return problem ? placedInGives(step, problem) : null
}
