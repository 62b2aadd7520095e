import type Database from 'better-sqlite3'

export type TableStatements = ReturnType<typeof tableStatements>

/** What the hand-written engine says to the database, prepared once. Columns that are the same in every case stand in the SQL. */
export function tableStatements(client: Database.Database) {
  const run = (text: string) => client.prepare<unknown[]>(text)
  return {
    insertCase: run(`
      INSERT INTO cases (case_id, ref, service, lead, person, applicant_name, submitted_at, whose, yellow_at, due_at, promised_days, used_days, version, state, definition_hash)
      VALUES (?, ?, 'trial', 'lead', 'p1', 'Li Na', ?, 'office', ?, ?, 20, 0, ?, ?, 'trial')`),
    updateCase: run('UPDATE cases SET version = ?, state = ?, ended_at = ?, "end" = ?, yellow_at = ?, due_at = ? WHERE case_id = ?'),
    state: client.prepare<[string], string>('SELECT state FROM cases WHERE case_id = ?').pluck(),
    event: run('INSERT INTO events (case_id, version, type, at, actor, data, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    hashAt: client.prepare<[string, number], string>('SELECT hash FROM events WHERE case_id = ? AND version = ?').pluck(),
    head: client.prepare<[], { seq: number; head: string }>('SELECT seq, head FROM chain ORDER BY seq DESC LIMIT 1'),
    chain: run('INSERT INTO chain (seq, kind, case_id, version, leaf, head) VALUES (?, ?, ?, ?, ?, ?)'),
    unqueue: run('DELETE FROM tasks WHERE case_id = ?'),
    queue: run(`
      INSERT INTO tasks (case_id, ref, service, applicant_name, task, round, desk, version, opened_at, submitted_at, holder_id, holder_name, yellow_at, due_at, used_days, within_days)
      VALUES (?, ?, 'trial', 'Li Na', ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 3)`),
    message: run(`INSERT INTO outbox (id, case_id, topic, "to", params, at, attempts, fence, lease_until) VALUES (?, ?, ?, 'p1', ?, ?, 0, 0, 0)`),
    tally: run(`INSERT INTO tallies VALUES ('2026-03-02', 'trial', ?, 1) ON CONFLICT DO UPDATE SET count = count + 1`),
    turnaround: run(`INSERT INTO turnarounds VALUES ('2026-03-02', 'trial', ?, ?, ?, 0, 1) ON CONFLICT DO UPDATE SET count = count + 1`),
    remember: run('INSERT INTO idempotency (key, case_id, ref) VALUES (?, ?, ?)'),
    retain: run(`INSERT INTO retention (case_id, service, counts_from) VALUES (?, 'trial', ?)`),
  }
}
