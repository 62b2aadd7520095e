import { holderOf, openTasks, taskKey } from '#app/kernel/case/case-state.ts'
import type { Deadlines } from '#app/kernel/case/deadlines.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import type { QueueRow } from '#db/store.ts'

import type { Effect } from './case-commit.ts'

/** One row for each part of a task that a desk still owes. */
export function queueRows({ definition, state }: Effect, deadlines: Deadlines): QueueRow[] {
  return openTasks(state).flatMap((task) => {
    const due = deadlines.tasks[taskKey(task.name, task.round)]
    const owed = task.parts.filter((part) => part.outcome === null)
    return owed.map((part) => ({
      caseId: state.id,
      ref: state.ref,
      service: state.service,
      applicantName: holderOf(state.applicant),
      task: task.name,
      round: task.round,
      desk: part.desk,
      version: task.version,
      openedAt: task.openedAt,
      submittedAt: state.submittedAt,
      holderId: part.claimedBy?.id ?? null,
      holderName: part.claimedBy?.name ?? null,
      visitOn: task.visitOn,
      yellowAt: due?.yellowAt ?? null,
      dueAt: due?.dueAt ?? null,
      usedDays: due?.used ?? 0,
      withinDays: taskNode(definition, task.name)?.within.amount ?? 0,
    }))
  })
}
