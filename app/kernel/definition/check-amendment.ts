import { amendedNames } from './amended-names.ts'
import type { Unhashed } from './check-definition.ts'
import { unknown } from './check-names.ts'
import type { AutoNode } from './definition.ts'
import type { DefinitionProblem, Path } from './definition-problem.ts'

/** An amendment says what is right, and the data what it is the value of. */
export function checkAmendment(definition: Unhashed, node: AutoNode, path: Path): DefinitionProblem[] {
  if (node.makes.kind !== 'amendment') return []
  const at = [...path, 'makes', 'amendment']
  const given = Object.values(definition.data).filter((field) => field.kind === 'question' && field.each === null)
  const texts = given.flatMap((field) => (field.type.type === 'text' ? [field.name] : []))
  const value = texts.includes(node.makes.value) ? [] : [unknown('unknown_name', at, 'question of type text called', node.makes.value, texts)]
  const missing = Object.values(amendedNames).filter((name) => !given.some((field) => field.name === name && field.when === null))
  return missing.length === 0 ? value : [...value, { code: 'amendment', path: at, message: `which record is put right? ask among the data for ${missing.join(', ')}` }]
}
