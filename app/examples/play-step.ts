import { hint } from '#app/kernel/definition/definition-problem.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import { indexOf } from '#app/kernel/definition/nodes.ts'

import { applicantStep } from './applicant-step.ts'
import { doers, type Step, type StepOptions, type Wrong, wrong } from './example.ts'
import { officeStep } from './office-step.ts'
import type { Playing } from './playing.ts'
import { subStep } from './sub-step.ts'
import { taskStep } from './task-step.ts'
import { waitStep } from './wait-step.ts'

type Option = keyof StepOptions
type Move = { play: () => Wrong | null; options: readonly Option[] }

/** Outcomes that come by themselves: nobody says when. */
const BY_ITSELF: readonly string[] = ['silent', 'expired', 'passed', 'skipped', 'does_not_answer']

/** Does what one step says; what is wrong, if the service does something else. */
export function playStep(playing: Playing, step: Step): Wrong | null {
  const move = moveOf(playing, step)
  if (!move) return unknownStep(playing, step)
  const found = move.play() ?? idleOption(step, move)
  playing.before = step.name
  return found
}

/** Something said of a step that nobody would read. */
function idleOption(step: Step, { options }: Move): Wrong | null {
  if (step.after !== null && BY_ITSELF.includes(step.outcome)) return { ...wrong(['after'], `this happens by itself (${step.outcome}): leave after: out`), atKey: true }
  const idle = (Object.keys(step) as (keyof Step)[]).find((key): key is Option => key !== 'name' && key !== 'outcome' && step[key] !== null && !options.includes(key))
  return idle ? { ...wrong([idle], `${idle}: says nothing here, at ${step.name}: ${step.outcome}`), atKey: true } : null
}

/** What only these outcomes say something more with. */
const more: Readonly<Record<string, Option>> = { corrects: 'gives', supplies: 'gives', supplied: 'gives', arrived: 'record', paid: 'amount' }
const withOutcome = ({ outcome }: Step): Option[] => (Object.hasOwn(more, outcome) ? [more[outcome] ?? 'after'] : [])

function moveOf(playing: Playing, step: Step): Move | null {
  const { tasks, waits, subs } = indexOf(playing.setting.definition)
  const [task, wait, sub] = [tasks, waits, subs].map((nodes) => nodes.get(baseName(step.name)))
  if (step.name === 'applicant') return { play: () => applicantStep(playing, step), options: ['after', ...withOutcome(step)] }
  if (step.name === 'office') return { play: () => officeStep(playing, step), options: ['after', 'reason'] }
  if (task?.node === 'task') return { play: () => taskStep(playing, step, task), options: ['after', 'sets', 'reason', 'reports', 'asks'] }
  if (wait?.node === 'wait') return { play: () => waitStep(playing, step, wait), options: ['after', ...withOutcome(step)] }
  return sub?.node === 'sub' ? { play: () => subStep(playing, step, sub), options: ['after', 'takes'] } : null
}

function unknownStep(playing: Playing, { name }: Step): Wrong {
  const { tasks, waits, subs } = indexOf(playing.setting.definition)
  const known = [...tasks.keys(), ...waits.keys(), ...subs.keys(), ...doers]
  return { ...wrong([name], `this service has no step "${name}"${hint(name, known)}`), atKey: true }
}
