import type Database from 'better-sqlite3'

import { dayAt, workingDays } from './naive-days.ts'
import { registerOwners, type ServiceFile, serviceFiles } from './service-file.ts'

type Row = { case_id: string; type: string; at: string; data: string }
type Data = Record<string, unknown> & { task?: string; round?: number; stage?: string; wait?: string; whose?: string; end?: string; service?: string; desks?: string[] }
type Event = { type: string; at: string; data: Data }

export type Whose = 'office' | 'applicant' | 'other'
/** Working days that a step, or with `step` '' the whole case, took. */
export type Took = { day: string; service: string; department: string; step: string; whose: Whose; days: number }
/** What the events of one case come to, told from the table `events` alone. */
export type Story = { service: string; submittedAt: string; saved: { fields: number; documents: number; trips: number }; returned: string[]; end: { day: string; end: string; late: boolean } | null; took: Took[] }

export function storiesIn(database: Database.Database): Story[] {
  const rows = database.prepare<[], Row>('SELECT case_id, type, at, data FROM events ORDER BY case_id, version').all()
  const cases = new Map<string, Event[]>()
  for (const { case_id, type, at, data } of rows) cases.set(case_id, [...(cases.get(case_id) ?? []), { type, at, data: JSON.parse(data) as Data }])
  return [...cases.values()].map(storyOf)
}

function storyOf(events: readonly Event[]): Story {
  const first = events[0]!
  const service = first.data.service ?? ''
  const ended = events.find(({ type }) => type === 'ended')
  const file = serviceFiles[service]!
  const office = ended ? heldBy(events, 'office', first.at, ended.at) : 0
  return {
    service,
    submittedAt: first.at,
    saved: savedIn(first.data, file.lead),
    returned: events.filter(({ type }) => type === 'return_sent').map(({ at }) => dayAt(at)),
    end: ended ? { day: dayAt(ended.at), end: ended.data.end ?? '', late: office > file.promise } : null,
    took: [...stepsOf(events, service, file), ...(ended ? wholeOf(events, service, file, first.at, ended.at) : [])],
  }
}

type Submitted = Data & { parent?: unknown; answers?: Record<string, { source: string; envelope: { register: string; entity: string; key: string } | null }> }

/** Values from records, the records they came from, and the offices one would have gone to. */
function savedIn({ parent, answers = {} }: Submitted, lead: string): Story['saved'] {
  const held = parent ? [] : Object.values(answers).filter(({ source, envelope }) => source === 'record' && envelope !== null)
  const documents = new Set(held.map(({ envelope }) => `${envelope!.register}/${envelope!.entity}/${envelope!.key}`))
  const offices = new Set(held.map(({ envelope }) => registerOwners[envelope!.register]))
  return { fields: held.length, documents: documents.size, trips: parent ? 0 : offices.add(lead).size }
}

const wholeOf = (events: readonly Event[], service: string, file: ServiceFile, from: string, to: string): Took[] =>
  (['office', 'applicant', 'other'] as const).map((whose) => ({ day: dayAt(to), service, department: file.lead, step: '', whose, days: heldBy(events, whose, from, to) }))

/** Tasks decided, returns answered and waits ended, each paired with the event that began it. */
function stepsOf(events: readonly Event[], service: string, file: ServiceFile): Took[] {
  return events.flatMap((event): Took[] => {
    const { task, round, stage, wait } = event.data
    const begun = (type: string, same: (data: Data) => boolean) => events.find((one) => one.type === type && same(one.data))!
    const base = { day: dayAt(event.at), service, department: file.lead }
    if (event.type === 'task_decided') {
      const opened = begun('task_opened', (data) => data.task === task && data.round === round)
      const stopped = file.tasks[task ?? '']?.clock === 'stopped'
      return (opened.data.desks ?? []).map((desk) => {
        const report = events.find((one) => one.type === 'task_reported' && one.data.task === task && one.data.round === round && one.data.desk === desk)
        const until = report?.at ?? event.at
        const days = stopped ? workingDays(opened.at, until) : heldBy(events, 'office', opened.at, until)
        return { ...base, department: desk.split('.')[0] ?? '', step: task ?? '', whose: stopped ? ('other' as const) : ('office' as const), days }
      })
    }
    if (event.type === 'corrected') {
      const sent = begun('return_sent', (data) => data.stage === stage && data.round === round)
      return [{ ...base, step: stage ?? '', whose: 'applicant', days: workingDays(sent.at, event.at) }]
    }
    if (event.type === 'wait_ended') {
      const opened = begun('wait_opened', (data) => data.wait === wait)
      const whose = file.waits[wait ?? '']?.for === 'payment' ? 'applicant' : 'other'
      return [{ ...base, step: wait ?? '', whose, days: workingDays(opened.at, event.at) }]
    }
    return []
  })
}

/** Working days that somebody had the case between two instants, from the changes of the clock. */
function heldBy(events: readonly Event[], whose: Whose, from: string, to: string): number {
  const changes = events.filter(({ type }) => type === 'clock_switched' || type === 'ended')
  let days = 0
  changes.forEach((change, index) => {
    if (change.data.whose !== whose) return
    const until = changes[index + 1]?.at ?? to
    const [start, stop] = [change.at > from ? change.at : from, until < to ? until : to]
    if (start < stop) days += workingDays(start, stop)
  })
  return days
}
