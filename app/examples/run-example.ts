import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Problem } from '#app/kernel/case/problem.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'

import { apply } from './apply.ts'
import { compare } from './compare.ts'
import { type Example, within, type Wrong, wrong } from './example.ts'
import { type Figures, figuresOf } from './figures-of.ts'
import { Playing } from './playing.ts'
import { playStep } from './play-step.ts'
import { sayField, sayRefusal } from './say-refusal.ts'
import type { Setting } from './setting.ts'

/** `played`: the case and what it cost, if it was played to the last step. */
export type Run = { problems: readonly DefinitionProblem[]; played: Played | null }
type Played = { state: CaseState; figures: Figures }

/**
 * Plays an example through the rules of the portal itself. Problems (code `example`, paths within the example): where
 * the service does something else than the example says, and what it does instead.
 */
export function runExample(setting: Setting, example: Example): Run {
  const { problems, played } = run(setting, example)
  return { problems: problems.map((problem) => ({ code: 'example', ...problem })), played }
}

type Found = { problems: readonly Wrong[]; played: Played | null }

const stopped = (...problems: readonly Wrong[]): Found => ({ problems, played: null })

function run(setting: Setting, example: Example): Found {
  const applied = apply(setting, example)
  if (!applied.ok) return stopped(...applied.problems)
  const { decided, now } = applied
  const { expected } = example
  if (expected.refusedAtOnce !== null) return stopped(...refused(decided.ok ? null : decided.problem, expected.refusedAtOnce))
  if (!decided.ok) return stopped(...notTaken(example, decided.problem))
  const playing = new Playing(setting, decided.state, now)
  for (const [i, step] of example.steps.entries()) {
    const found = playStep(playing, step)
    // What follows a wrong step says nothing more.
    if (found) return stopped(within(['steps', i], found))
  }
  const figures = figuresOf(setting, playing.state, playing.now)
  return { problems: compare(playing, expected, figures), played: { state: playing.state, figures } }
}

/** Refused for this requirement, or for an answer of this name. */
function refused(problem: Problem | null, reason: string): Wrong[] {
  if (problem === null) return [wrong(['refused_at_once'], 'this application is taken')]
  const same = problem.code === 'requirement' ? problem.reason === reason : problem.code === 'invalid' && problem.fields.some((field) => field.name === reason)
  return same ? [] : [wrong(['refused_at_once'], `it is refused for something else: ${sayRefusal(problem)}`)]
}

function notTaken(example: Example, problem: Problem): Wrong[] {
  if (problem.code !== 'invalid') return [wrong(['begins'], `this application is refused at once: ${sayRefusal(problem)}`)]
  return problem.fields.map((field) => {
    const told = Object.hasOwn({ ...example.usualAnswers, ...example.answers }, field.name)
    return wrong(told ? ['answers', field.name] : ['answers'], told ? sayField(field) : `${sayField(field)}: no record holds it, and the applicant does not answer it`)
  })
}
