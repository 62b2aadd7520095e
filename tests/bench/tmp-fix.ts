import Database from 'better-sqlite3'
for (const f of process.argv.slice(2)) { const c = new Database(f); c.pragma('foreign_keys=OFF'); for (const t of ['tasks', 'events', 'outbox', 'cases']) console.log(t, c.prepare(`DELETE FROM ${t} WHERE case_id NOT LIKE 'case-%'`).run().changes); console.log(c.prepare('select count(*), sum(count) from queue_counts').raw().get()); c.close() }
