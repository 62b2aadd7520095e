import type { TaskRef } from '#app/kernel/case/command.ts'

/** The page on which an outcome of a task is decided; its forms post to the same address, so that it can show itself again. */
export function decideAddress(ref: string, task: TaskRef, outcome: string): string {
  const params = new URLSearchParams({ task: task.task, round: String(task.round), desk: task.desk, version: String(task.version), outcome })
  return `/desk/cases/${ref}/decide?${params.toString()}`
}
