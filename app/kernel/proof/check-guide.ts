import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { DefinitionProblem, Path } from '#app/kernel/definition/definition-problem.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

import type { Worst } from './worst-case.ts'

/**
 * The rules that cities check their service guides by: what the guide says goes together with what the flow does.
 * (Instant ⇔ no waiting; trips need a reason, none must have none; without trips and not online, the post; a fee is paid
 * online; a permit is accepted, reviewed and approved by different people and handed over.)
 */
export function checkGuide(definition: Unhashed, worst: Worst): DefinitionProblem[] {
  const { guide, guarantee } = definition
  // Without a guide nothing is said that could be untrue: versions of before guides had none.
  if (guide.questions.length === 0) return []
  const nodes = nodesOf(definition)
  const fees = nodes.some((node) => node.node === 'wait' && node.awaits.what === 'payment')
  const tasks = nodes.flatMap((node) => (node.node === 'task' || node.node === 'sub' ? [node.name] : []))
  const rules: [boolean, Path, string][] = [
    [guide.kind === 'instant' && (tasks.length > 0 || worst.workingDays > 0), ['guide', 'kind'], `an instant service keeps nobody waiting, but here ${tasks[0] ?? 'a step'} takes time: write kind: promised`],
    [guide.kind === 'promised' && nodes.every((node) => node.node !== 'task' && node.node !== 'wait' && node.node !== 'sub'), ['guide', 'kind'], 'nobody has to wait here: write kind: instant'],
    [guarantee.trips > 0 && guide.trip === null, ['guide'], 'why does somebody have to come? name the reason with trip:'],
    [guarantee.trips === 0 && guide.trip !== null, ['guide', 'trip'], 'nobody has to come here: leave trip: out'],
    [guarantee.trips === 0 && !guide.delivery.some((one) => one !== 'counter'), ['guide', 'delivery'], 'a result that is only handed over at the counter is a trip: add online or post to delivery:'],
    [fees && !guide.channels.includes('online'), ['guide', 'channels'], 'a fee can be paid online: add online to channels:'],
    [guide.type === 'permit' && !isReviewed(definition), ['guide', 'type'], 'a permit is looked at and decided by different people: add a task that decides, with not_by: naming the one that examines'],
  ]
  return rules.flatMap(([broken, path, message]) => (broken ? [{ code: 'guide', path, message } as const] : []))
}

const isReviewed = (definition: Unhashed): boolean => nodesOf(definition).some((node) => node.node === 'task' && node.notBy.length > 0) && nodesOf(definition).some((node) => node.node === 'auto' && node.makes.kind === 'certificate')
