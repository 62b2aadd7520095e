import type { TFunction } from 'i18next'

import { parseCondition } from '#app/kernel/condition/parse.ts'
import { type CaseEnd, type ChooseNode, type Definition } from '#app/kernel/definition/definition.ts'
import { subNode, taskNode, waitNode } from '#app/kernel/definition/nodes.ts'

/** `<step> = "<outcome>"`: the conditions that have plain words. */
type Asked = { step: string; outcome: string }

/**
 * What stands at the ways of a choice: the outcome that leads there, or "in some cases" where a condition has no plain
 * words. The last way, if it is else, is the other outcome where there are two, or "otherwise".
 */
export function choiceLabels(t: TFunction, definition: Definition, { branches }: ChooseNode): string[] {
  const asked = branches.map((branch) => askedBy(branch.when))
  return branches.map((branch, i) => {
    const one = asked[i] ?? (branch.when === null ? otherOutcome(definition, asked.slice(0, -1)) : null)
    return (one && outcomeText(t, definition, one)) ?? t(branch.when === null ? 'portal:diagram.otherwise' : 'portal:guide.perhaps')
  })
}

function askedBy(when: string | null): Asked | null {
  const parsed = when === null ? null : parseCondition(when)
  if (!parsed?.ok || parsed.condition.kind !== 'compare' || parsed.condition.operator !== '=') return null
  const { left, right } = parsed.condition
  return left.kind === 'name' && right.kind === 'text' ? { step: left.name, outcome: right.value } : null
}

/** The one outcome of a task that no other way asks for. */
function otherOutcome(definition: Definition, others: readonly (Asked | null)[]): Asked | null {
  const [first] = others
  const node = first && taskNode(definition, first.step)
  if (!node || others.some((one) => one?.step !== first.step)) return null
  const left = node.outcomes.filter((outcome) => outcome !== 'return' && others.every((one) => one?.outcome !== outcome))
  return left.length === 1 && left[0] !== undefined ? { step: first.step, outcome: left[0] } : null
}

function outcomeText(t: TFunction, definition: Definition, { step, outcome }: Asked): string | null {
  if (taskNode(definition, step)) return t(`services/${definition.service}:outcomes.${step}.${outcome}`)
  if (waitNode(definition, step)) return t(outcome === 'objected' ? 'portal:diagram.objected' : 'portal:diagram.quiet')
  return subNode(definition, step) ? t(`cases:status.${outcome as CaseEnd}`) : null
}
