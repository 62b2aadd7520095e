import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { lightFilters } from '#db/store.ts'
import { FULL_TABLES } from '#tests/contract/full-tables.ts'
import { postgresTables, type PostgresTables } from '#tests/contract/postgres-tables.ts'

import { accessSql, refusedSql } from './access-sql.ts'
import { alertsSql } from './alerts.server.ts'
import { AWAITING, TAKE_TO_LOOK, TO_LOOK } from './awaits.server.ts'
import { OPEN_CASES, sumsSql } from './board.server.ts'
import { listSql } from './case-list.server.ts'
import { ENDED_OF } from './cases.server.ts'
import { RUNNING_OUT } from './certificates.server.ts'
import { INSTANT_AFTER } from './chain-store.server.ts'
import { type Database, openDatabase } from './database.server.ts'
import { commitSql, FULL_SHAPES } from './commit-statement.ts'
import { IN_USE } from './definitions.server.ts'
import { CHOICES, COUNTS } from './desk.server.ts'
import { DRAFTS_TO_REMOVE, DRAFTS_TO_WARN } from './draft-ages.server.ts'
import { OPEN_DRAFTS } from './drafts.server.ts'
import { EVIDENCE } from './evidence.server.ts'
import { KEYS_FOUND, KEYS_NOT_UNDER, KEYS_OF_OWNER } from './keys.server.ts'
import { noticesSql } from './notices.server.ts'
import { LEASE } from './outbox.server.ts'
import { PENDING, TAKE_PENDING } from './parts.server.ts'
import { AT_DESK } from './people.server.ts'
import { queueSql, type QueueShape } from './queue-statement.ts'
import { READ_RECORDS } from './records.server.ts'
import { FILES_OF, TO_ERASE } from './retention.server.ts'
import { LOOKS, USES } from './security.server.ts'
import { SESSION_WITH_PERSON } from './session-with-person.server.ts'
import { limited, numbered } from './statement.ts'
import { DUE, TAKE_DUE } from './timers.server.ts'

let tables: PostgresTables
let database: Database
beforeAll(async () => {
  tables = await postgresTables()
  await tables.client.query(FULL_TABLES)
  // an index answers by itself only where the table is known to be clean
  await tables.client.query('VACUUM ANALYZE')
  database = openDatabase(tables.url, 1)
})
afterAll(() => Promise.all([database.close(), tables.end()]))

/** The plan that a portal's connection makes, for all values, with pages of 50. */
async function planOf(sql: string): Promise<string> {
  const { rows } = await database.query({ text: `EXPLAIN (GENERIC_PLAN, COSTS OFF) ${numbered(limited(sql, 51)).text}` })
  return rows.map((row: { 'QUERY PLAN': string }) => row['QUERY PLAN']).join('\n')
}

/** Below a limit that reads an index in its order nothing is sorted: the sorts that are left are of pages. */
const sortsIn = (plan: string): number => plan.split('\n').filter((line) => line.trimStart().startsWith('->  Sort')).length

const shape: QueueShape = { side: 'after', holder: 'anyone', service: false, task: false, light: null }
const queues: [string, Partial<QueueShape>][] = [
  ['tasks_by_desk', {}],
  ['tasks_by_desk', { side: 'before' }],
  ['tasks_by_desk', { service: true, task: true }],
  ...lightFilters.map((light): [string, Partial<QueueShape>] => ['tasks_by_desk', { light }]),
  ['tasks_by_holder', { holder: 'person', light: 'red', service: true }],
  ['tasks_unheld', { holder: 'nobody', light: 'red', service: true }],
]

describe('the plan', () => {
  it.each(queues)('of a queue reads one page a desk from the index %s: %j', async (index, one) => {
    const plan = await planOf(queueSql({ ...shape, ...one }))
    expect(plan).toMatch(new RegExp(`->  Limit\\n +->  Index Scan (Backward )?using ${index} on tasks q\\n +Index Cond: .*desk = d\\.desk`))
    expect(sortsIn(plan)).toBe(1)
    expect(plan).not.toContain('Seq Scan')
  })

  it.each(['after', 'before'] as const)('of an applicant’s list reads one page an owner from indexes: %s', async (side) => {
    const plan = await planOf(listSql(side))
    for (const index of ['cases_by_person', 'cases_by_company', 'cases_by_behalf']) {
      expect(plan).toMatch(new RegExp(`->  Limit\\n +->  Nested Loop Anti Join\\n +->  Index Only Scan (Backward )?using ${index} on`))
    }
    // of the pages found: once to join them, once to show them
    expect(sortsIn(plan)).toBe(2)
    expect(plan).not.toContain('Seq Scan')
  })

  it.each<[string, string, RegExp]>([
    ['ended cases of a definition', ENDED_OF, /^Limit\n +->  Index Scan using cases_ended on cases/],
    ['awaited records', AWAITING, /^Index Only Scan using awaited_records_by_subject/],
    ['notices', noticesSql('after'), /^Limit\n +->  Nested Loop\n +->  Index Scan using notices_by_until/],
    ['awaited records to look for', TO_LOOK, /^Limit\n +->  Index Scan using awaited_records_by_look/],
    ['reads of a subject', accessSql('after', false), /^Limit\n +->  Index Scan using access_by_subject/],
    ['reads by a department', accessSql('before', true), /^Limit\n +->  Index Scan Backward using access_by_department/],
    ['open drafts', OPEN_DRAFTS, /^Limit\n +->  Index Scan Backward using drafts_open/],
    ['cases to erase', TO_ERASE, /^Limit\n +->  Index Only Scan using retention_by_service/],
    ['drafts to warn of', DRAFTS_TO_WARN, /^Limit\n +->  Nested Loop Anti Join\n +->  Index Scan using drafts_by_updated/],
    ['drafts to remove', DRAFTS_TO_REMOVE, /^Limit\n +->  Nested Loop\n +->  Index Only Scan using draft_warnings_by_at/],
    ['keys of an owner', KEYS_OF_OWNER, /^Index Only Scan using keys_by_owner/],
    ['keys', KEYS_FOUND, /^Index Scan using keys_pkey/],
    ['timers', DUE, /^Limit\n +->  Index Scan using timers_by_wake/],
    ['parts', PENDING, /^Limit\n +->  Index Scan using parts_by_wake/],
    ['alerts', alertsSql('after', true), /^Limit\n +->  Index Scan using alerts_open/],
  ])('of %s stays in the order of an index', async (_, sql, expected) => {
    const plan = await planOf(sql)
    expect(plan).toMatch(expected)
    expect(plan).not.toMatch(/Seq Scan|Sort/)
  })

  it.each<[string, string, readonly string[]]>([
    ['counts', COUNTS, ['Index Only Scan using tasks_by_holder']],
    ['choices', CHOICES, ['Index Only Scan using tasks_by_holder']],
    ['open cases', OPEN_CASES, ['Index Only Scan using cases_open']],
    ['refused reads', refusedSql('after'), ['Index Scan using access_refused']],
    ['documents checked before', EVIDENCE, ['Index Scan using evidence_by_subject']],
    ['certificates that run out', RUNNING_OUT, ['Index Scan using certificates_by_person', 'Index Scan using certificates_by_company']],
    ['files of a case', FILES_OF, ['file_uses_pkey', 'file_uses_by_file', 'erasures_pkey']],
    ['keys under an older master key', KEYS_NOT_UNDER, ['keys_by_master']],
    ['timers taken', TAKE_DUE, ['timers_by_wake', 'Index Scan using timers_pkey']],
    ['awaited records taken', TAKE_TO_LOOK, ['awaited_records_by_look', 'Index Scan using awaited_records_pkey']],
    ['parts taken', TAKE_PENDING, ['parts_by_wake', 'Index Scan using parts_pkey']],
    ['leases', LEASE, ['outbox_by_lease', 'Index Scan using outbox_pkey']],
    ['people at a desk', AT_DESK, ['person_desks_by_desk', 'Index Scan using people_pkey']],
    ['a session with whom it lets in', SESSION_WITH_PERSON, ['sessions_pkey', 'people_pkey', 'person_companies_pkey', 'person_desks_pkey', 'mandates_by_person'].map((index) => `Index Scan using ${index}`)],
    ['records', READ_RECORDS, ['Index Scan using records_pkey']],
    ['looks of staff', LOOKS, ['Index Only Scan using access_of_staff']],
    ['uses', USES, ['Index Only Scan using security_by_time']],
    ['a service’s tallies', sumsSql('tallies', true, 'service, kind', true), ['tallies_by_service']],
  ])('of %s reads what it needs from indexes', async (_, sql, indexes) => {
    const plan = await planOf(sql)
    for (const index of indexes) expect(plan).toContain(index)
    expect(plan).not.toContain('Seq Scan')
  })

  it.each([
    { isNew: true, key: true, draft: true },
    { isNew: false, key: true, draft: false },
  ].flatMap((guard) => FULL_SHAPES.map((forms) => ({ guard, forms }))))('of a commit with something in every part finds all it writes by keys: %j', async ({ guard, forms }) => {
    const plan = await planOf(commitSql({ guard, forms }))
    expect(plan).toContain(guard.isNew ? 'Index Scan using drafts_pkey' : 'Index Scan using cases_pkey')
    expect(plan).not.toContain('Seq Scan')
  })

  it('of definitions in use asks an index which cases go by each', async () => {
    expect(await planOf(IN_USE)).toContain('Index Only Scan using cases_by_definition on cases c')
  })

  it('of what no checkpoint covers follows the chain', async () => {
    const plan = await planOf(INSTANT_AFTER)
    expect(plan).toContain('Index Scan using chain_pkey on chain ch')
    expect(plan).toContain('Index Scan using chain_waiting_pkey on chain_waiting')
    expect(plan).not.toContain('Sort')
  })
})
