import { NEVER } from '../light.ts'
import type { DeskStore, QueueCounts } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { sqliteQueue } from './queue.server.ts'

/** Sums kept up by triggers on `tasks`: a row for a day's work of one kind and holder, so that their number does not grow with the queue. */
const AT_DESKS = 'FROM queue_counts WHERE desk IN (SELECT value FROM json_each(:desks))'

/** lightOf, where NEVER stands for null. */
const LIGHT = `CASE WHEN due_at = ${NEVER} THEN 'stopped' WHEN due_at <= :now THEN 'red' WHEN yellow_at <= :now THEN 'yellow' ELSE 'green' END`

export const COUNTS = `
  WITH lit AS (SELECT holder_id, count, ${LIGHT} AS light ${AT_DESKS})
  SELECT total(count) AS "all", total(iif(holder_id = :person, count, 0)) AS mine, total(iif(holder_id = '', count, 0)) AS unassigned,
    total(iif(light = 'red', count, 0)) AS red, total(iif(light = 'yellow', count, 0)) AS yellow,
    total(iif(light = 'green', count, 0)) AS green, total(iif(light = 'stopped', count, 0)) AS stopped
  FROM lit`

export const CHOICES = `SELECT DISTINCT service, task ${AT_DESKS} ORDER BY service, task`

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
