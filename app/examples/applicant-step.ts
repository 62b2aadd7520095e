import { openReturn } from '#app/kernel/case/case-state.ts'

import { type Step, type Wrong, wrong } from './example.ts'
import { goTo } from './go-to.ts'
import { newAnswers, placedInGives } from './new-answers.ts'
import type { Playing } from './playing.ts'
import { sayRefusal } from './say-refusal.ts'
import { supply } from './supply.ts'
import { letExpire } from './timers.ts'
import { whatIsNext } from './what-is-next.ts'

/** What the applicant does beside the flow, by its word in examples.yaml. */
const deeds: Readonly<Record<string, (playing: Playing, step: Step) => Wrong | null>> = {
  corrects: correct,
  does_not_answer: stayAway,
  supplies: (playing, step) => goTo(playing, step, playing.now) ?? supply(playing, step),
  withdraws: (playing, step) => goTo(playing, step, playing.now) ?? given(playing, { type: 'withdraw', note: '' }),
  appeals: (playing, step) => goTo(playing, step, playing.state.endedAt ?? playing.now) ?? given(playing, { type: 'appeal', text: 'Please look again.' }),
  appeals_too_late: appealLate,
}

export function applicantStep(playing: Playing, step: Step): Wrong | null {
  const deed = Object.hasOwn(deeds, step.outcome) ? deeds[step.outcome] : undefined
  return deed ? deed(playing, step) : wrong(['applicant'], `the applicant ${Object.keys(deeds).join(' or ')}, not "${step.outcome}"`)
}

function correct(playing: Playing, step: Step): Wrong | null {
  const open = openReturn(playing.state)
  if (!open) return nothingAsked(playing)
  const given = newAnswers(playing, step)
  if (!('answers' in given)) return given
  const late = goTo(playing, step, open.sent.sentAt)
  if (late) return late
  const problem = playing.give(playing.applicant, { type: 'correct', stage: open.stage, round: open.sent.round, answers: given.answers })
  return problem ? placedInGives(step, problem) : null
}

/** The rules must refuse the appeal, because its time has run out. */
function appealLate(playing: Playing, step: Step): Wrong | null {
  const early = goTo(playing, step, playing.state.endedAt ?? playing.now)
  if (early) return early
  const problem = playing.give(playing.applicant, { type: 'appeal', text: 'Please look again.' })
  if (problem === null) return wrong(['applicant'], 'this appeal is in time')
  return problem.code === 'too_late' ? null : wrong(['applicant'], sayRefusal(problem))
}

function stayAway(playing: Playing): Wrong | null {
  const open = openReturn(playing.state)
  return open ? letExpire(playing, `return:${open.stage}:${open.sent.round}`, 'applicant') : nothingAsked(playing)
}

const nothingAsked = ({ state, before }: Playing): Wrong => wrong(['applicant'], `the applicant is asked for nothing here: after ${before} this is next: ${whatIsNext(state)}`)

function given(playing: Playing, command: { type: 'withdraw'; note: string } | { type: 'appeal'; text: string }): Wrong | null {
  const problem = playing.give(playing.applicant, command)
  return problem ? wrong(['applicant'], sayRefusal(problem)) : null
}
