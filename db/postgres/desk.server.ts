import type { DeskStore, QueueCounts } from '../store.ts'

import type { Session } from './database.server.ts'
import { LIGHT } from './light-sql.ts'
import { postgresQueue } from './queue.server.ts'
import { prepare } from './statement.ts'

/** `tasks` holds open work only, and the index tasks_by_holder everything asked here. */
const FROM_DESKS = 'FROM tasks WHERE desk = ANY(:desks::text[])'

export const COUNTS = `
  WITH lit AS (SELECT holder_id, ${LIGHT} AS light ${FROM_DESKS})
  SELECT count(*) AS "all", count(*) FILTER (WHERE holder_id = :person) AS mine, count(*) FILTER (WHERE holder_id IS NULL) AS unassigned,
    count(*) FILTER (WHERE light = 'red') AS red, count(*) FILTER (WHERE light = 'yellow') AS yellow,
    count(*) FILTER (WHERE light = 'green') AS green, count(*) FILTER (WHERE light = 'stopped') AS stopped
  FROM lit`

export const CHOICES = `SELECT DISTINCT service, task ${FROM_DESKS} ORDER BY service, task`

export function postgresDesk(database: Session): DeskStore {
  const counts = prepare<QueueCounts>(database, 'desk counts', COUNTS)
  const choices = prepare<{ service: string; task: string }>(database, 'desk choices', CHOICES)
  return {
    queue: postgresQueue(database),
    // an aggregate without GROUP BY always gives one row
    counts: async (desks, person, now) => (await counts.first({ desks, person, now })) as QueueCounts,
    choices: (desks) => choices.all({ desks }),
  }
}
