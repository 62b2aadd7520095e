import type { Row, Source } from './source.ts'
import type { Target } from './target.server.ts'

/** The chain is the order in which everything was written: events, entries of the access log, and which case changed when. */
type Link = Row & { seq: number; kind: string; case_id: string | null }

const BATCH = 2000

/**
 * Copies the chain with what it is about, from where the target's ends: events and entries, which never change, and cases, whose row is
 * written anew whenever a later link tells of them. A batch is a transaction, so that it goes on after a kill where it was.
 * The portal may go on writing meanwhile. @param say how far it has come, in rows of the chain
 */
export async function copyChain(source: Source, target: Target, say: (done: number) => void): Promise<void> {
  const { links, events, entries, cases } = await readers(source, target)
  for (;;) {
    const [last] = await target.query<{ seq: string }>('SELECT coalesce(max(seq), 0) AS seq FROM chain')
    const after = Number(last?.seq ?? 0)
    const rows = links.all(after) as Link[]
    if (rows.length === 0) return
    const until = rows.at(-1)?.seq ?? after
    await target.transaction(async () => {
      await target.insert('chain', rows)
      // after a portal that wrote on, a row may be there already: it never changes
      await target.insert('events', events.all(after, until) as Row[], 'keep')
      await target.insert('access_log', entries.all(after, until) as Row[], 'keep')
      await target.insert('cases', cases.all(after, until) as Row[], 'replace')
    })
    say(until)
  }
}

async function readers({ client, selecting }: Source, target: Target) {
  const columns = async (table: string, alias: string): Promise<string> => selecting(table, (await target.columns(table)).map(({ name }) => name), alias)
  return {
    links: client.prepare(`SELECT ${await columns('chain', '')} FROM chain WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`),
    events: client.prepare(`SELECT ${await columns('events', 'e.')} FROM chain AS c JOIN events AS e ON e.case_id = c.case_id AND e.version = c.version WHERE c.kind = 'event' AND c.seq > ? AND c.seq <= ? ORDER BY c.seq`),
    entries: client.prepare(`SELECT ${await columns('access_log', 'a.')} FROM chain AS c JOIN access_log AS a ON a.id = c.entry WHERE c.kind = 'access' AND c.seq > ? AND c.seq <= ? ORDER BY c.seq`),
    cases: client.prepare(`SELECT ${await columns('cases', '')} FROM cases WHERE case_id IN (SELECT case_id FROM chain WHERE kind = 'state' AND seq > ? AND seq <= ?)`),
  }
}
