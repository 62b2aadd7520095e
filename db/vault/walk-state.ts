import type { Reason, ReturnItem } from '#app/kernel/case/case-event.ts'
import type { Applicant, CaseState, SentReturn, Task } from '#app/kernel/case/case-state.ts'

import { step, type Touch } from './personal-part.ts'
import { walkAnswers } from './walk-answers.ts'

/** Everything personal in a case: who applies and for whom, what was answered, what anybody wrote in their own words. */
export const walkState = (state: CaseState, touch: Touch): CaseState => ({
  ...state,
  applicant: walkApplicant(state.applicant, 'applicant', touch),
  answers: walkAnswers(state.answers, 'answers', touch),
  tasks: mapped(state.tasks, (task, key) => walkTask(task, step('tasks', key), touch)),
  returns: mapped(state.returns, (all, stage) => all.map((sent, index) => walkReturn(sent, `${step('returns', stage)}/${index}`, touch))),
})

export const walkApplicant = (applicant: Applicant, path: string, touch: Touch): Applicant => ({
  ...applicant,
  name: touch(`${path}/name`, applicant.name, ''),
  companyName: touch(`${path}/companyName`, applicant.companyName, null),
  ...(applicant.behalf && {
    behalf: { ...applicant.behalf, subject: touch(`${path}/behalf/subject`, applicant.behalf.subject, ''), name: touch(`${path}/behalf/name`, applicant.behalf.name, '') },
  }),
})

export const walkReason = (reason: Reason, path: string, touch: Touch): Reason => ({ ...reason, text: touch(`${path}/text`, reason.text, '') })

export const walkReasons = (reasons: readonly Reason[], path: string, touch: Touch): Reason[] =>
  reasons.map((reason, index) => walkReason(reason, `${path}/${index}`, touch))

export const walkItems = (items: readonly ReturnItem[], path: string, touch: Touch): ReturnItem[] =>
  items.map((item, index) => ({ ...item, reason: walkReason(item.reason, `${path}/${index}`, touch) }))

const walkTask = (task: Task, path: string, touch: Touch): Task => ({
  ...task,
  parts: task.parts.map((part, index) => ({
    ...part,
    reasons: walkReasons(part.reasons, `${path}/${index}/reasons`, touch),
    note: touch(`${path}/${index}/note`, part.note, ''),
    items: walkItems(part.items, `${path}/${index}/items`, touch),
  })),
})

const walkReturn = (sent: SentReturn, path: string, touch: Touch): SentReturn => ({ ...sent, items: walkItems(sent.items, path, touch) })

const mapped = <One>(all: Readonly<Record<string, One>>, map: (one: One, key: string) => One): Record<string, One> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, map(one, key)]))
