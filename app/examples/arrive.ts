import type { Answer } from '#app/kernel/case/answer.ts'
import type { RecordField, WaitNode } from '#app/kernel/definition/definition.ts'

import { checkRecords } from './check-records.ts'
import { type Step, within, type Wrong, wrong } from './example.ts'
import { envelopeOf, fromRecord } from './held-answers.ts'
import type { Playing } from './playing.ts'
import { sayRefusal } from './say-refusal.ts'

/** The record that a case waits for comes from its register. */
export function arrive(playing: Playing, { name, record }: Step, { awaits }: WaitNode): Wrong | null {
  if (awaits.what !== 'record') return null
  if (record === null) return wrong([name], `say what the register sends, as record: { … } with fields of ${awaits.register}.${awaits.entity}`)
  const { setting } = playing
  const kind = `${awaits.register}.${awaits.entity}`
  const strange = checkRecords({ [kind]: [record] }, setting.registers, setting.definition.audience)[0]
  if (strange) return within(['record'], { ...strange, path: strange.path.slice(1) })
  const fields = Object.values(setting.definition.data).filter((field): field is RecordField => field.kind === 'record' && field.register === awaits.register && field.entity === awaits.entity)
  const answers = fields.flatMap((field) => envelopeOf(setting, field, record, 0, playing.today).map((envelope): [string, Answer] => [field.name, fromRecord(field, envelope)]))
  const actor = { kind: 'register', id: awaits.register, name: awaits.register } as const
  const problem = playing.give(actor, { type: 'receive_record', wait: name, answers: Object.fromEntries(answers) })
  return problem ? wrong(['record'], sayRefusal(problem)) : null
}
