import { hint } from '#app/kernel/definition/definition-problem.ts'
import type { Concept, Register } from '#app/kernel/definition/surroundings.ts'

import { type Given, type Records, type Wrong, wrong } from './example.ts'
import { fitsType } from './fits-type.ts'
import { needsQuotes } from './typed-answer.ts'

type Registers = Readonly<Record<string, Register>>

/** Records that no register could hold: of a kind or with a field it does not know, several of a kind it has once. */
export function checkRecords(records: Records, registers: Registers, audience: 'person' | 'business'): Wrong[] {
  return Object.entries(records).flatMap(([kind, held]): Wrong[] => {
    const [registerId = '', entityName = ''] = kind.split('.')
    const entities = registers[registerId]?.entities
    if (!entities) return [wrong([kind], `there is no register "${registerId}"${hint(registerId, Object.keys(registers))}`)]
    const entity = entities[entityName]
    if (!entity) return [wrong([kind], `register "${registerId}" holds no "${entityName}"${hint(entityName, Object.keys(entities))}`)]
    if (entity.subject === 'company' && audience === 'person') return [wrong([kind], `${kind} is held on companies, and this service is for a person`)]
    if (held.length > 1 && !entity.many) return [wrong([kind], `${kind} is held once: give one record, not a list`)]
    return held.flatMap((record, i) => checkRecord(record, entity.fields).map((problem) => ({ ...problem, path: held.length > 1 ? [kind, i, ...problem.path] : [kind, ...problem.path] })))
  })
}

function checkRecord(record: Given, fields: Readonly<Record<string, Concept>>): Wrong[] {
  return Object.entries(record).flatMap(([name, value]): Wrong[] => {
    const concept = fields[name]
    if (!concept) return [wrong([name], `this kind of record has no "${name}"${hint(name, Object.keys(fields))}`)]
    const type = concept.type
    if (needsQuotes(type, value)) return [wrong([name], `put "${name}" in quotes, as '${value}': it is no number to count with`)]
    return fitsType(type, value) ? [] : [wrong([name], `"${name}" holds ${type.type === 'choice' ? type.of.join(' or ') : `a value of type ${type.type}`}, not ${JSON.stringify(value)}`)]
  })
}
