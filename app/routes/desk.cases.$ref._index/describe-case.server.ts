import type { TFunction } from 'i18next'

import { casePicture } from '#app/diagram/case-picture.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { TaskRef } from '#app/kernel/case/command.ts'
import { problemMessage } from '#app/http/refusal.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import type { CaseAtDesk, DeskWork } from '#app/use-cases/open-case-at-desk.ts'
import type { Step } from '#app/use-cases/steps.ts'
import { holderOf } from '#app/kernel/case/case-state.ts'
import { type AnswerNote, noteOf } from '#app/view/answer-note.ts'
import { type TimeLeft, timeLeft } from '#app/use-cases/time-left.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import { recordWords } from '#app/view/record-words.ts'
import { fieldLabel, showAnswer } from '#app/view/show-value.ts'
import { stepDepartments } from '#app/view/step-departments.ts'
import { stepLabel } from '#app/view/step-label.ts'
import type { Source } from '#app/ui/source-badge/source-badge.tsx'
import { nameOrErased } from '#app/view/name-or-erased.ts'

import { type HistoryEntry, historyOf } from './history.ts'

export type Bar = { ref: string; service: string; applicant: string; submittedAt: number; left: TimeLeft; promisedDays: number; usedDays: number; ended: string | null; whose: string }
export type AnswerRow = { name: string; label: string; value: string; source: Source | null; original: string | null; note: AnswerNote; document: boolean; promised: boolean; file: { href: string } | null }
export type StepLine = { name: string; label: string; departments: string[]; state: Step['state']; doneAt: number | null; visitOn: string | null; outcome: string | null }
export type WorkView = {
  ref: string
  task: TaskRef
  title: string
  left: TimeLeft
  within: number
  holder: string | null
  mine: boolean
  refusal: string | null
  visitOn: string | null
  may: { claim: boolean; release: boolean; handOver: boolean; schedule: boolean }
  outcomes: { value: string; text: string }[]
  colleagues: { value: string; text: string }[]
}

/** A case in words, for one clerk. */
export function describeCase(env: Environment, t: TFunction, lang: Language, found: CaseAtDesk) {
  const { state, definition } = found
  const words = (key: string) => t(`services/${state.service}:${key}`)
  const left = (due: { yellowAt: number | null; dueAt: number | null } | null) => timeLeft(env.catalogue.calendar, env.now(), due ?? { yellowAt: null, dueAt: null })
  const bar: Bar = {
    ref: state.ref,
    service: words('title'),
    applicant: nameOrErased(t, holderOf(state.applicant)),
    submittedAt: state.submittedAt,
    left: left(found.deadlines?.promise ?? null),
    promisedDays: definition.promise.amount + state.extended,
    usedDays: found.deadlines?.promise.used ?? 0,
    ended: state.end,
    whose: state.segments.at(-1)?.whose ?? 'office',
  }
  return {
    bar,
    answers: found.answers.map((one) => answerRow(t, lang, state.ref, one, recordWords(t, lang, env.catalogue, state.answers))),
    steps: found.steps.map((step) => stepLine(t, state.service, step)),
    picture: casePicture(t, lang, definition, state),
    statements: found.statements,
    beside: found.beside.map(({ type }) => ({ type, href: `/desk/cases/${state.ref}/${type}` })),
    work: found.work.map((work) => workView(t, left, work, found)),
    history: historyOf(t, lang, found) satisfies HistoryEntry[],
  }
}

function answerRow(t: TFunction, lang: Language, ref: string, { field, answer }: CaseAtDesk['answers'][number], words: Readonly<Record<string, string>>): AnswerRow {
  const { envelope } = answer
  const edited = envelope !== null && answer.source === 'applicant' && envelope.value !== null
  return {
    name: field.name,
    label: fieldLabel(t, field),
    value: words[field.name] ?? showAnswer(t, lang, field, answer) ?? t('desk:case.not_given'),
    source: envelope && !edited ? { register: t(`registers:${envelope.register}.name`), asOf: envelope.asOf, locked: true } : null,
    original: edited ? (showAnswer(t, lang, field, { ...answer, value: envelope.value, file: null }) ?? null) : null,
    note: noteOf(answer),
    document: field.type.type === 'file',
    promised: answer.source === 'promised',
    file: answer.file ? { href: `/files/${answer.file.id}?case=${ref}` } : null,
  }
}

function stepLine(t: TFunction, service: string, step: Step): StepLine {
  return {
    name: step.name,
    label: stepLabel(t, service, step.name),
    departments: stepDepartments(t, service, step),
    state: step.state,
    doneAt: step.doneAt,
    visitOn: step.visitOn,
    outcome: step.outcome ? outcomeText(t, service, step) : null,
  }
}

/** Of a part, how its own case ended. */
const outcomeText = (t: TFunction, service: string, { kind, name, outcome }: Step): string =>
  t(kind === 'sub' ? `desk:ends.${outcome}` : `services/${service}:outcomes.${baseName(name)}.${outcome}`)

type Left = (due: { yellowAt: number | null; dueAt: number | null } | null) => TimeLeft

function workView(t: TFunction, left: Left, work: DeskWork, found: CaseAtDesk): WorkView {
  const { service } = found.state
  const { task, part, node, offers } = work
  const has = (type: string) => offers.some((offer) => offer.type === type)
  const decide = offers.find((offer) => offer.type === 'decide')
  const { refusal } = work
  const names: Record<string, string> = refusal && 'other' in refusal ? { task: stepLabel(t, service, refusal.task), other: stepLabel(t, service, refusal.other) } : {}
  const mine = has('release')
  return {
    ref: found.state.ref,
    task: { task: task.name, round: task.round, desk: part.desk, version: task.version },
    title: stepLabel(t, service, task.name),
    left: left(work.deadline),
    within: node.within.amount,
    holder: part.claimedBy?.name ?? null,
    mine,
    refusal: refusal && found.state.end === null ? problemMessage(t, refusal, names) : null,
    visitOn: task.visitOn,
    may: { claim: has('claim'), release: mine, handOver: has('hand_over') && work.colleagues.length > 0, schedule: has('schedule_visit') },
    outcomes: decide?.type === 'decide' ? decide.outcomes.map((value) => ({ value, text: t(`services/${service}:outcomes.${baseName(task.name)}.${value}`) })) : [],
    colleagues: work.colleagues.map(({ id, name }) => ({ value: id, text: name })),
  }
}
