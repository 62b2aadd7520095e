import { z } from 'zod'

import type { Actor } from '#app/kernel/case/actor.ts'
import { claimTask, handOverTask, releaseTask, scheduleVisit } from '#app/use-cases/answer-task.ts'
import type { Commanded } from '#app/use-cases/decide-and-commit.ts'
import type { Environment } from '#app/use-cases/environment.ts'

const name = z.string().max(200)

/** The task a form answers, at the version its page showed. */
export const taskRefSchema = z.object({ task: name, desk: name, round: z.coerce.number().int(), version: z.coerce.number().int() })

const text = (form: FormData, key: string): string => String(form.get(key) ?? '').trim()

export type Ran = ({ ok: true } | Extract<Commanded, { ok: false }>) & { intent: string }

/** Does what the pressed button says; null for a form that no page of ours makes. */
export async function runIntent(env: Environment, actor: Actor, ref: string, form: FormData): Promise<Ran | null> {
  const parsed = taskRefSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return null
  const intent = text(form, 'intent')
  const given = await give(env, actor, ref, intent, parsed.data, form)
  if (given === null) return null
  return given.ok ? { ok: true, intent } : { ...given, intent }
}

function give(env: Environment, actor: Actor, ref: string, intent: string, task: z.infer<typeof taskRefSchema>, form: FormData): Promise<Commanded> | null {
  switch (intent) {
    case 'claim':
      return claimTask(env, actor, ref, task)
    case 'release':
      return releaseTask(env, actor, ref, task)
    case 'hand_over':
      return handOverTask(env, actor, ref, task, text(form, 'to'))
    case 'schedule_visit': {
      const [year, month, day] = ['on-year', 'on-month', 'on-day'].map((key) => text(form, key)) as [string, string, string]
      return scheduleVisit(env, actor, ref, task, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    }
    default:
      return null
  }
}
