import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { FlowNode, Question, RecordField, SubNode } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { insideOf, nodesOf } from '#app/kernel/definition/nodes.ts'
import type { Places } from '#app/kernel/definition/read-flow.ts'
import { serviceKey, type Surroundings } from '#app/kernel/definition/surroundings.ts'

/**
 * A part of a life event finds every answer it must have: what this service declares by the same name fits the question,
 * and is known when the part begins.
 */
export function checkSubs(definition: Unhashed, places: Places, surroundings: Surroundings): DefinitionProblem[] {
  return nodesOf(definition).flatMap((node) => (node.node === 'sub' ? fits(definition, node, places.get(node) ?? [], surroundings) : []))
}

function fits(definition: Unhashed, node: SubNode, path: readonly (string | number)[], { services }: Surroundings): DefinitionProblem[] {
  const part = services[serviceKey(node.service, node.version)]?.definition
  const asked = Object.values(part?.data ?? {}).filter((field): field is Question | RecordField => field.kind === 'question' || field.kind === 'record')
  return asked.flatMap((field): DefinitionProblem[] => {
    const mine = definition.data[field.name]
    if (!mine) return []
    if (mine.concept !== field.concept) return [{ code: 'sub_answers', path: ['data', field.name], message: `"${field.name}" is the concept "${mine.concept}" here, but "${field.concept}" in ${node.service}` }]
    const options = field.type.type === 'choice' ? field.type.of : []
    const strange = mine.type.type === 'choice' ? mine.type.of.filter((one) => !options.includes(one)) : []
    if (strange.length > 0) return [{ code: 'sub_answers', path: ['data', field.name, 'of'], message: `${node.service} knows no ${strange.join(', ')} for "${field.name}"` }]
    if (mine.kind === 'desk' && !comesBefore(definition, mine.task, node)) return [{ code: 'sub_answers', path, message: `"${field.name}" is set by ${mine.task}, which is not done when this begins: put ${mine.task} before it, or add after: [${mine.task}]` }]
    const mayLack = (mine.kind === 'question' || mine.kind === 'record') && mine.optional && !field.optional
    return mayLack ? [{ code: 'sub_answers', path: ['data', field.name, 'optional'], message: `"${field.name}" may be left out here, but ${node.service} needs it` }] : []
  })
}

/** Is a step surely done when the other service begins: it stands before in every list around, or is waited for. */
const comesBefore = (definition: Unhashed, step: string, node: SubNode): boolean => node.after.includes(step) || (doneBefore(definition.flow, node) ?? []).includes(step)

/** Names of the steps that are done whenever the node is come to; null if it is not in the flow. */
function doneBefore(flow: readonly FlowNode[], goal: FlowNode): string[] | null {
  const done: string[] = []
  for (const node of flow) {
    if (node === goal) return done
    for (const branch of insideOf(node)) {
      const inner = doneBefore(branch, goal)
      if (inner) return [...done, ...inner]
    }
    done.push(...doneBy(node))
  }
  return null
}

function doneBy(node: FlowNode): string[] {
  if (node.node === 'task' || node.node === 'sub') return [node.name]
  const inner = insideOf(node).map((branch) => branch.flatMap(doneBy))
  if (node.node !== 'choose') return node.node === 'each' ? [] : inner.flat()
  const goingOn = inner.filter((_, i) => node.branches[i]?.do.at(-1)?.node !== 'end')
  return (goingOn[0] ?? []).filter((name) => goingOn.every((names) => names.includes(name)))
}
