import type { TaskRef } from '#app/kernel/case/command.ts'

/** Says which task a form answers, at the version its page showed. */
export function TaskRefInputs({ task }: { task: TaskRef }) {
  return (
    <>
      <input type="hidden" name="task" value={task.task} />
      <input type="hidden" name="round" value={task.round} />
      <input type="hidden" name="desk" value={task.desk} />
      <input type="hidden" name="version" value={task.version} />
    </>
  )
}
