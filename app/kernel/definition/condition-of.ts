import { type CompiledCondition, compileCondition, holds } from '#app/kernel/condition/compile.ts'
import type { Scalar, ValueType } from '#app/kernel/condition/value-type.ts'
import { soundCondition } from '#app/kernel/condition/sound-condition.ts'

import { caseEnds, type Definition } from './definition.ts'
import { nodesOf } from './nodes.ts'
import type { QuestionType } from './question-type.ts'

/** The day on which a condition is asked: a name every condition may use. */
export const TODAY = 'today'

/** How a question's answer looks to a condition. */
export function valueType(type: QuestionType): ValueType {
  switch (type.type) {
    case 'integer':
    case 'money':
      return { kind: 'number' }
    case 'yes_no':
      return { kind: 'boolean' }
    case 'date':
      return { kind: 'date' }
    case 'choice':
      return { kind: 'text', oneOf: type.of }
    case 'text':
    case 'phone':
    case 'file':
      return { kind: 'text' }
    default:
      return type satisfies never
  }
}

/** How a notice period with objections ends. */
export const noticeEnds = ['quiet', 'objected'] as const

/** The name by which conditions ask whether something was promised instead of proved. */
export const promisedName = (name: string): string => `${name}_promised`

/** Every name a condition of this service may use, with its type: data, promises, outcomes of steps, today. */
export function conditionTypes(definition: Pick<Definition, 'data' | 'flow' | 'appeal'>): Record<string, ValueType> {
  const data = Object.values(definition.data).flatMap((field): [string, ValueType][] => {
    const own: [string, ValueType] = [field.name, valueType(field.type)]
    const promised = field.kind !== 'desk' && field.kind !== 'table' && field.promisable !== null
    return promised ? [own, [promisedName(field.name), { kind: 'boolean' }]] : [own]
  })
  const steps = nodesOf(definition).flatMap((node): [string, ValueType][] => {
    if (node.node === 'task') return [[node.name, { kind: 'text', oneOf: node.outcomes }]]
    if (node.node === 'sub') return [[node.name, { kind: 'text', oneOf: caseEnds }]]
    return node.node === 'wait' && node.awaits.what === 'notice' && node.awaits.objections ? [[node.name, { kind: 'text', oneOf: noticeEnds }]] : []
  })
  return Object.fromEntries([...steps, ...data, [TODAY, { kind: 'date' }]])
}

const compiled = new WeakMap<Definition, Map<string, CompiledCondition>>()

/**
 * Does a condition of a checked definition hold? Unknown (null) counts as no. Compiled at first use, then kept.
 */
export function conditionHolds(definition: Definition, source: string, values: Readonly<Record<string, Scalar>>): boolean {
  const known = compiled.get(definition) ?? new Map<string, CompiledCondition>()
  compiled.set(definition, known)
  const condition = known.get(source) ?? compileCondition(soundCondition(source), conditionTypes(definition))
  known.set(source, condition)
  return holds(condition, values)
}
