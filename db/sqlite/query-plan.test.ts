import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'

import { accessSql, refusedSql } from './access.server.ts'
import { TO_LOOK } from './awaits.server.ts'
import { AWAITING, ENDED_OF } from './cases.server.ts'
import { OPEN_CASES } from './board.server.ts'
import { listSql } from './case-list.server.ts'
import { IN_USE } from './definitions.server.ts'
import { CHOICES, COUNTS } from './desk.server.ts'
import { DRAFTS_TO_REMOVE, DRAFTS_TO_WARN } from './draft-ages.server.ts'
import { EVIDENCE } from './evidence.server.ts'
import { KEYS_NOT_UNDER, KEYS_OF_OWNER } from './keys.server.ts'
import { migrate, readMigrations } from './migrate.server.ts'
import { noticesSql } from './notices.server.ts'
import { connectionOf } from './open-database.server.ts'
import { LEASE } from './outbox.server.ts'
import { queueSql, type QueueShape } from './queue-statement.ts'
import { recordsSql } from './records.server.ts'
import { TO_ERASE } from './retention.server.ts'
import { RUNNING_OUT } from './running-out.server.ts'
import { SESSION_WITH_PERSON } from './session-with-person.server.ts'
import { DUE } from './timers.server.ts'
import { turnaroundsSql } from './turnarounds.server.ts'

// as a store prepares them
const { client } = connectionOf(new Database(':memory:'))
migrate(client, readMigrations())

/** Explaining takes no values: each name is bound to null. */
function planOf(sql: string): string[] {
  const statement = client.prepare<[Record<string, null>], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', ':value')}`)
  const names = [...sql.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, null])
  return statement.all(Object.fromEntries([...names, ['value', null]])).map(({ detail }) => detail)
}

const shape: QueueShape = { desks: 'many', side: 'after', holder: 'anyone', service: false, task: false, light: null }
const queues: Partial<QueueShape>[] = [{}, { side: 'before' }, { service: true, task: true }, { light: 'red' }, { light: 'yellow' }, { light: 'green' }, { light: 'stopped' }]

describe('the plan', () => {
  it.each(queues)('of a queue reads one page a desk from its index: %j', (one) => {
    const plan = planOf(queueSql({ ...shape, ...one }))
    expect(plan.join('\n')).toMatch(/SEARCH q USING INDEX tasks_by_desk \(desk=\? AND /)
    // the one whole sort is of the pages found, not of a desk's rows; the last term's is of one task's rounds
    expect(plan.filter((step) => step.endsWith('B-TREE FOR ORDER BY'))).toHaveLength(1)
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN d VIRTUAL TABLE INDEX 1:'])
  })

  it.each(queues)('of one desk’s queue reads one page as it lies in the index: %j', (one) => {
    const plan = planOf(queueSql({ ...shape, ...one, desks: 'one' }))
    // the rounds of one task, when a task is asked for
    expect(plan.filter((step) => !step.endsWith('FOR LAST TERM OF ORDER BY'))).toEqual([expect.stringMatching(/^SEARCH t USING INDEX tasks_by_desk \(desk=\? AND /)])
  })

  it.each(['person', 'nobody'] as const)('of one holder’s queue reads it from an index: %s', (holder) => {
    expect(planOf(queueSql({ ...shape, holder, light: 'red', service: true })).join('\n')).toContain('SEARCH q USING INDEX tasks_by_holder (desk=? AND holder_id=? AND (sort,case_id,task,round)>')
  })

  it.each([['>', 'ASC'], ['<', 'DESC']] as const)('of an applicant’s list reads one page an owner from indexes: %s', (than, order) => {
    const plan = planOf(listSql(than, order)).join('\n')
    expect(plan).toContain('USING INDEX cases_by_person (person=? AND (list_sort,case_id)')
    expect(plan).toContain('USING INDEX cases_by_company (company=? AND (list_sort,case_id)')
    expect(plan).not.toContain('SCAN cases')
  })

  it.each([
    [false, ['turnaround_months USING PRIMARY KEY (month>? AND month<?)', 'turnarounds USING PRIMARY KEY (day>? AND day<?)']],
    [true, ['turnaround_months USING INDEX turnaround_months_by_service (service=? AND month>? AND month<?)', 'turnarounds USING INDEX turnarounds_by_service (service=? AND day>? AND day<?)']],
  ])('of turnarounds reads histograms as they lie in a key; only they are sorted: of a service %s', (service, [months, days]) => {
    const plan = planOf(turnaroundsSql(service))
    expect(plan.filter((step) => step.startsWith('S'))).toEqual([months, days, days].map((step) => `SEARCH ${step}`))
    expect(plan.filter((step) => step.includes('GROUP BY'))).toEqual([])
  })

  it.each([
    ['ended cases of a definition', ENDED_OF],
    ['definitions in use', IN_USE],
  ])('of %s asks an index which cases go by it', (_, sql) => expect(planOf(sql).join('\n')).toMatch(/cases (EXISTS )?USING (COVERING )?INDEX cases_by_definition \(definition_hash=\?/))

  it('of a session with whom it lets in follows keys and sorts nothing', () => {
    expect(planOf(SESSION_WITH_PERSON).filter((step) => !step.startsWith('CORRELATED'))).toEqual([
      'SEARCH s USING INDEX sqlite_autoindex_sessions_1 (id_hash=?)',
      'SEARCH p USING INDEX sqlite_autoindex_people_1 (id=?)',
      'SEARCH person_companies USING PRIMARY KEY (person=?)',
      'SEARCH person_desks USING PRIMARY KEY (person=?)',
      'SEARCH m USING INDEX mandates_by_person (person=?)',
    ])
  })

  it.each([
    ['counts', COUNTS, 'SEARCH queue_counts USING PRIMARY KEY (desk=?)'],
    ['choices', CHOICES, 'SEARCH queue_counts USING PRIMARY KEY (desk=?)'],
    ['open cases', OPEN_CASES, 'SCAN cases USING COVERING INDEX cases_open'],
    ['awaited records', AWAITING, 'SEARCH awaited_records USING COVERING INDEX awaited_records_by_subject (subject=? AND entity=? AND register=?)'],
    ['notices', noticesSql('>', 'ASC'), 'SEARCH n USING COVERING INDEX notices_by_until ((until,case_id,wait)>(?,?,?))'],
    ['awaited records to look for', TO_LOOK, 'SEARCH awaited_records USING INDEX awaited_records_by_look (look_at<?)'],
    ['reads of a subject', accessSql('after', false), 'SEARCH a USING INDEX access_by_subject (subject=? AND (sort,id)>(?,?))'],
    ['reads by a department', accessSql('before', true), 'SEARCH a USING INDEX access_by_department (subject=? AND department=? AND (sort,id)<(?,?))'],
    ['records', recordsSql(3), 'SEARCH r USING INDEX sqlite_autoindex_records_1 (subject=? AND entity=? AND register=?)'],
    ['refused reads', refusedSql('after'), 'SEARCH access_log USING INDEX access_refused (register=? AND (sort,id)>(?,?))'],
    ['documents checked before', EVIDENCE, 'SEARCH e USING INDEX evidence_by_subject (subject=? AND concept=? AND valid_until>?)'],
    ['certificates that run out', RUNNING_OUT, 'SEARCH certificates USING INDEX certificates_by_person (person=? AND valid_until>? AND valid_until<?)'],
    ['a company’s certificates that run out', RUNNING_OUT, 'SEARCH o USING INDEX certificates_by_company (company=? AND valid_until>? AND valid_until<?)'],
    ['cases to erase', TO_ERASE, 'SEARCH retention USING COVERING INDEX retention_by_service (service=? AND counts_from<?)'],
    ['drafts to warn of', DRAFTS_TO_WARN, 'SEARCH d USING INDEX drafts_by_updated (updated_at<?)'],
    ['drafts to remove', DRAFTS_TO_REMOVE, 'SEARCH w USING COVERING INDEX draft_warnings_by_at (at<?)'],
    ['keys of an owner', KEYS_OF_OWNER, 'SEARCH keys USING INDEX keys_by_owner (owner=?)'],
    ['keys under an older master key', KEYS_NOT_UNDER, 'SEARCH keys USING INDEX keys_by_master (master<?)'],
    ['timers', DUE, 'SEARCH timers USING COVERING INDEX timers_by_wake (wake_at<?)'],
    ['leases', LEASE, 'SEARCH outbox USING COVERING INDEX outbox_by_lease (lease_until<?)'],
  ])('of %s stays in an index of open work', (_, sql, expected) => {
    expect(planOf(sql)).toContain(expected)
  })
})
