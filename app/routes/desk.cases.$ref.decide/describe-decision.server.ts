import type { TFunction } from 'i18next'

import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Language } from '#app/i18n/languages.ts'
import { holderOf } from '#app/kernel/case/case-state.ts'
import type { CaseEvent, Reason } from '#app/kernel/case/case-event.ts'
import type { Decision } from '#app/kernel/case/command.ts'
import { deadlinesOf } from '#app/kernel/case/deadlines.ts'
import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import type { CaseAtDesk, DeskWork } from '#app/use-cases/open-case-at-desk.ts'
import type { Preview } from '#app/use-cases/preview-decision.ts'
import { fieldLabel, showAnswer } from '#app/view/show-value.ts'
import { stepLabel } from '#app/view/step-label.ts'

export type LetterItem = { label: string; reasonText: string; text: string; department: string }

export type PreviewView = {
  /** One merged letter goes out now, or later when all desks have spoken. */
  returnLetter: { items: LetterItem[]; dueOn: string | null; now: boolean } | null
  refusal: { reasons: { reasonText: string; text: string }[]; applicant: string; legal: string; department: string; on: string } | null
  /** Steps that open, and how the case ends, in words. */
  next: string[]
  end: string | null
}

type Words = (key: string) => string
const wordsOf = (t: TFunction, definition: Definition): Words => (key) => t(`services/${definition.service}:${key}`)

/** What the form of an outcome asks for. */
export function describeForm(t: TFunction, lang: Language, found: CaseAtDesk, work: DeskWork, outcome: string) {
  const { definition, state } = found
  const words = wordsOf(t, definition)
  const reasons = (work.node.reasons[outcome] ?? []).map((value) => ({ value, text: words(`reasons.${value}`) }))
  const returns = outcome === 'return'
  return {
    service: definition.service,
    ref: state.ref,
    step: stepLabel(t, definition.service, work.task.name),
    outcome: { value: outcome, text: words(`outcomes.${work.node.name}.${outcome}`) },
    reasons,
    items: returns ? work.returnable.map((name) => itemOf(t, lang, found, name)) : [],
    sets: returns ? [] : work.node.sets.flatMap((name) => setOf(t, definition, name)),
  }
}

function itemOf(t: TFunction, lang: Language, { definition, state }: CaseAtDesk, name: string) {
  const field = fieldNamed(definition, name)
  return { name, label: field ? fieldLabel(t, field) : name, value: field ? (showAnswer(t, lang, field, state.answers[name]) ?? '') : '' }
}

function setOf(t: TFunction, definition: Definition, name: string) {
  const field = definition.data[name]
  if (!field) return []
  const options = field.type.type === 'choice' ? field.type.of.map((value) => ({ value, text: t(`concepts:${field.concept}.options.${value}`) })) : null
  return [{ name, label: fieldLabel(t, field), options }]
}

/** What will follow from a decision, as its maker and the applicant will read it. */
export function describePreview(env: Environment, t: TFunction, found: CaseAtDesk, work: DeskWork, decision: Decision, preview: Preview & { ok: true }): PreviewView {
  const { definition } = found
  const words = wordsOf(t, definition)
  const { events } = preview
  const end = events.find((event) => event.type === 'ended')
  return {
    returnLetter: returnLetter(env, t, found, work, decision, preview),
    refusal: events.some((event) => event.type === 'result_issued' && event.kind === 'letter') ? refusalLetter(env, found, work, decision, words) : null,
    next: events.flatMap((event) => nextStep(t, definition.service, event)),
    end: end?.type === 'ended' ? t(`desk:ends.${end.end}`) : null,
  }
}

function nextStep(t: TFunction, service: string, event: CaseEvent): string[] {
  if (event.type === 'task_opened') return [stepLabel(t, service, event.task)]
  return event.type === 'wait_opened' ? [stepLabel(t, service, event.wait)] : []
}

function returnLetter(env: Environment, t: TFunction, { definition }: CaseAtDesk, work: DeskWork, decision: Decision, preview: Preview & { ok: true }): PreviewView['returnLetter'] {
  if (decision.outcome !== 'return') return null
  const sent = preview.events.find((event) => event.type === 'return_sent')
  const items = sent?.type === 'return_sent' ? sent.items : decision.items.map((item) => ({ ...item, by: work.part.desk }))
  const deadlines = deadlinesOf(definition, preview.state, env.catalogue.calendar, env.now())
  const due = deadlines.ok ? (deadlines.value.return?.dueAt ?? null) : null
  return {
    items: items.map(({ name, reason, by }) => ({ ...letterItem(t, definition, name, reason), department: departmentOf(by) })),
    dueOn: due === null ? null : localDate(env.catalogue.calendar, due - 1),
    now: sent !== undefined,
  }
}

function letterItem(t: TFunction, definition: Definition, name: string, reason: Reason) {
  const field = fieldNamed(definition, name)
  return { label: field ? fieldLabel(t, field) : name, reasonText: wordsOf(t, definition)(`reasons.${reason.code}`), text: reason.text }
}

function refusalLetter(env: Environment, { state }: CaseAtDesk, work: DeskWork, decision: Decision, words: Words): PreviewView['refusal'] {
  return {
    reasons: decision.reasons.map((reason) => ({ reasonText: words(`reasons.${reason.code}`), text: reason.text })),
    applicant: holderOf(state.applicant),
    legal: words('legal'),
    department: departmentOf(work.part.desk),
    on: localDate(env.catalogue.calendar, env.now()),
  }
}
