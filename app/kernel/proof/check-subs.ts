import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { Question, RecordField, SubNode } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
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

/** In the order of the file, which for steps in sequence is the order of things. */
function comesBefore(definition: Unhashed, step: string, node: SubNode): boolean {
  const nodes = nodesOf(definition)
  const at = nodes.findIndex((one) => 'name' in one && one.name === step)
  return (at !== -1 && at < nodes.indexOf(node)) || node.after.includes(step)
}
