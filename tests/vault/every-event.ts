import type { Answer } from '#app/kernel/case/answer.ts'
import type { CaseEvent, EventBody, EventType } from '#app/kernel/case/case-event.ts'
import { buildSubmitted } from '#tests/factories/case-event.ts'

/** Makes a value that is found wherever it lies open. */
export type Canary = (where: string) => string

export const answerWith = (canary: Canary, where: string): Answer => ({
  value: canary(`${where} value`),
  source: 'applicant',
  envelope: { register: 'people', entity: 'person', key: canary(`${where} record key`), field: 'name', value: canary(`${where} register's value`), asOf: '2026-01-01', validUntil: null, classification: 'personal' },
  file: { id: 'file-1', name: canary(`${where} file name`), bytes: 3, mediaType: 'application/pdf', sha256: canary(`${where} hash`) },
  differs: { because: 'typed_first' },
})

const reasonWith = (canary: Canary, where: string) => ({ code: 'other', text: canary(`${where} reason`) })
const itemsWith = (canary: Canary, where: string) => [{ name: 'plan', reason: reasonWith(canary, `${where} item`), by: 'review' }]

export const applicantWith = (canary: Canary, where: string) => ({
  person: 'p1',
  name: canary(`${where} name`),
  company: '91330106MA2XYZ1234',
  companyName: canary(`${where} company`),
  behalf: { kind: 'person' as const, subject: canary(`${where} subject`), name: canary(`${where} on behalf of`), mandate: 'm1' },
})

/** One event of each kind, with a canary in everything personal. A kind that is missing does not compile. */
export function everyEvent(canary: Canary): CaseEvent[] {
  const { at, actor: _actor, ...submitted } = buildSubmitted()
  const answers = (type: string) => ({ name: answerWith(canary, type), size: { ...answerWith(canary, type), value: 918_273_645_546 } })
  const bodies: { [Type in EventType]: Extract<EventBody, { type: Type }> } = {
    submitted: { ...submitted, type: 'submitted', applicant: applicantWith(canary, 'submitted'), answers: answers('submitted') },
    task_opened: { type: 'task_opened', task: 't', round: 1, desks: ['lead.clerk'] },
    task_skipped: { type: 'task_skipped', task: 't' },
    task_claimed: { type: 'task_claimed', task: 't', round: 1, desk: 'd', person: { id: 's1', name: 'Zhou Jie' } },
    task_released: { type: 'task_released', task: 't', round: 1, desk: 'd' },
    task_handed_over: { type: 'task_handed_over', task: 't', round: 1, desk: 'd', to: { id: 's2', name: 'Sun Lei' } },
    visit_scheduled: { type: 'visit_scheduled', task: 't', round: 1, on: '2026-03-03' },
    task_reported: { type: 'task_reported', task: 't', round: 1, desk: 'd', outcome: 'ok', reasons: [reasonWith(canary, 'report')], note: canary('note'), items: itemsWith(canary, 'report'), sets: { found: canary('set value'), size: 77 } },
    task_decided: { type: 'task_decided', task: 't', round: 1, outcome: 'ok', silent: false },
    return_sent: { type: 'return_sent', stage: 's', round: 1, items: itemsWith(canary, 'return') },
    corrected: { type: 'corrected', stage: 's', round: 1, answers: answers('corrected'), reopens: [] },
    return_expired: { type: 'return_expired', stage: 's', round: 1 },
    branch_chosen: { type: 'branch_chosen', choose: 'c', branch: 0 },
    items_counted: { type: 'items_counted', each: 'e', count: 2 },
    sub_opened: { type: 'sub_opened', sub: 's', service: 'trial', definitionHash: 'h', company: null },
    sub_moved: { type: 'sub_moved', sub: 's', whose: 'office' },
    sub_ended: { type: 'sub_ended', sub: 's', end: 'granted', answers: answers('part') },
    supplied: { type: 'supplied', answers: answers('supplied') },
    objected: { type: 'objected', wait: 'w', text: canary('objection') },
    extended: { type: 'extended', days: 3, reason: reasonWith(canary, 'extension') },
    appealed: { type: 'appealed', text: canary('appeal') },
    revoked: { type: 'revoked', reason: reasonWith(canary, 'revocation'), codes: [] },
    suspended: { type: 'suspended', reason: reasonWith(canary, 'suspension'), codes: [], until: '2026-05-05' },
    resumed: { type: 'resumed', codes: [] },
    renewal_offered: { type: 'renewal_offered', auto: 'a', code: 'c' },
    wait_opened: { type: 'wait_opened', wait: 'w', amount: null },
    paid: { type: 'paid', wait: 'w', amount: 5, reference: canary('payment') },
    record_arrived: { type: 'record_arrived', wait: 'w', answers: answers('record') },
    wait_ended: { type: 'wait_ended', wait: 'w', expired: false },
    result_issued: { type: 'result_issued', auto: 'a', kind: 'certificate', template: 't', code: 'c', validUntil: null },
    clock_switched: { type: 'clock_switched', whose: 'office' },
    version_changed: { type: 'version_changed', definitionHash: 'h', definitionVersion: 2, choices: {} },
    withdrawn: { type: 'withdrawn', note: canary('withdrawal') },
    ended: { type: 'ended', end: 'withdrawn' },
  }
  return Object.values(bodies).map((body): CaseEvent => ({ ...body, at, actor: { kind: 'citizen', id: 'p1', name: canary(`${body.type} actor`) } }))
}
