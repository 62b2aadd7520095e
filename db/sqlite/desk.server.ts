import type { DeskStore, QueueCounts } from '../store.ts'

import { LIGHT } from './light-sql.ts'
import type { Connection } from './open-database.server.ts'
import { sqliteQueue } from './queue.server.ts'

/** `tasks` holds open work only, and the index everything asked here. */
const FROM_DESKS = 'FROM tasks INDEXED BY tasks_by_holder WHERE desk IN (SELECT value FROM json_each(:desks))'

export const COUNTS = `
  WITH lit AS (SELECT holder_id, ${LIGHT} AS light ${FROM_DESKS})
  SELECT count(*) AS "all", total(holder_id = :person) AS mine, total(holder_id IS NULL) AS unassigned,
    total(light = 'red') AS red, total(light = 'yellow') AS yellow, total(light = 'green') AS green, total(light = 'stopped') AS stopped
  FROM lit`

export const CHOICES = `SELECT DISTINCT service, task ${FROM_DESKS} ORDER BY service, task`

export function sqliteDesk(connection: Connection): DeskStore {
  const counts = connection.client.prepare<[{ desks: string; person: string; now: number }], QueueCounts>(COUNTS)
  const choices = connection.client.prepare<[{ desks: string }], { service: string; task: string }>(CHOICES)
  return {
    queue: sqliteQueue(connection),
    // an aggregate without GROUP BY always gives one row
    counts: async (desks, person, now) => counts.get({ desks: JSON.stringify(desks), person, now }) as QueueCounts,
    choices: async (desks) => choices.all({ desks: JSON.stringify(desks) }),
  }
}
