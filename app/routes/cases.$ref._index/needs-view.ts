import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { openReturn, openWaits, type Wait } from '#app/kernel/case/case-state.ts'
import type { Deadline } from '#app/kernel/clock/deadline.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import { fieldLabel, showMoney } from '#app/view/show-value.ts'
import { stepLabel } from '#app/view/step-label.ts'

/** Something the case waits for. Urgent: only the applicant can do it. */
export type Need = { key: string; urgent: boolean; heading: string; lines: readonly string[]; text: string | null; by: string | null; link: { href: string; text: string } | null }

type Followed = Pick<FollowedCase, 'state' | 'definition' | 'deadlines' | 'offers' | 'parts'>

/** All that a case waits for, what the applicant must do first. */
export function needsView(t: TFunction, lang: Language, followed: Followed): Need[] {
  if (followed.state.end !== null) return []
  const waits = openWaits(followed.state).flatMap((wait) => waitNeed(t, lang, followed, wait) ?? [])
  const needs = [correctNeed(t, lang, followed), supplyNeed(t, lang, followed), ...waits, ...partNeeds(t, followed)].filter((need) => need !== null)
  return needs.sort((a, b) => Number(b.urgent) - Number(a.urgent))
}

/** The last day of a time that runs out at an instant. */
const lastDay = (due: Deadline | null | undefined, lang: Language): string | null => (due?.dueAt == null ? null : formatDate(due.dueAt - 1, lang))

function correctNeed(t: TFunction, lang: Language, { state, definition, deadlines, offers }: Followed): Need | null {
  const open = openReturn(state)
  if (!open || !offers.some((offer) => offer.type === 'correct')) return null
  const date = lastDay(deadlines?.return, lang)
  const left = deadlines?.return?.left ?? 0
  const lines = open.sent.items.flatMap(({ name, reason }) => {
    const field = fieldNamed(definition, name)
    return field ? [t('cases:needs.correct.asked', { label: fieldLabel(t, field), reason: t(`services/${state.service}:reasons.${reason.code}`) })] : []
  })
  return {
    key: 'correct',
    urgent: true,
    heading: t('cases:needs.correct.heading', { count: new Set(open.sent.items.map((item) => item.name)).size }),
    lines,
    text: null,
    by: date && (left > 0 ? t('cases:needs.correct.by', { date, days: t('cases:clock.days', { count: Math.floor(left) }) }) : t('cases:needs.correct.until', { date })),
    link: { href: `/cases/${state.ref}/correct`, text: t('cases:needs.correct.button') },
  }
}

/** What they said they would bring: urgent once the case waits for it. */
function supplyNeed(t: TFunction, lang: Language, { state, definition, deadlines, offers }: Followed): Need | null {
  const offer = offers.find((one) => one.type === 'supply')
  if (!offer) return null
  const wait = openWaits(state).find((one) => waitNode(definition, one.name)?.awaits.what === 'materials')
  const date = wait ? lastDay(deadlines?.waits[wait.name], lang) : null
  return {
    key: 'supply',
    urgent: wait !== undefined,
    heading: t('cases:needs.supply.heading', { count: offer.names.length }),
    lines: offer.names.flatMap((name) => fieldNamed(definition, name) ?? []).map((field) => fieldLabel(t, field)),
    text: wait ? t(`services/${state.service}:waits.${wait.name}`) : t('cases:needs.supply.early'),
    by: date && t('cases:needs.supply.by', { date }),
    link: { href: `/cases/${state.ref}/supply`, text: t('cases:needs.supply.button') },
  }
}

/** A part of a life event that waits for the applicant says so on its own page. */
const partNeeds = (t: TFunction, { state, parts }: Followed): Need[] =>
  parts
    .filter((part) => part.end === null && part.whose === 'applicant' && part.childRef !== null)
    .map((part) => ({ key: `part-${part.sub}`, urgent: true, heading: t('cases:needs.part.heading', { part: stepLabel(t, state.service, part.sub) }), lines: [], text: null, by: null, link: { href: `/cases/${part.childRef}`, text: t('cases:needs.part.button') } }))

function waitNeed(t: TFunction, lang: Language, { state, definition, deadlines, offers }: Followed, { name, amount }: Wait): Need | null {
  const date = lastDay(deadlines?.waits[name], lang)
  const payable = offers.some((offer) => offer.type === 'pay' && offer.wait === name)
  const awaits = waitNode(definition, name)?.awaits
  if (awaits?.what === 'materials' || (awaits?.what === 'notice' && !awaits.objections)) return null
  const common = { key: name, lines: [], text: t(`services/${state.service}:waits.${name}`) }
  if (awaits?.what === 'notice') {
    const link = { href: `/notices/${state.ref}`, text: t('cases:needs.notice.button') }
    return { ...common, urgent: false, heading: stepLabel(t, state.service, name), by: date && t('cases:needs.notice.by', { date }), link }
  }
  if (amount !== null && payable) {
    const link = { href: `/cases/${state.ref}/pay/${name}`, text: t('cases:needs.pay.button') }
    return { ...common, urgent: true, heading: t('cases:needs.pay.heading', { amount: showMoney(amount, lang) }), by: date && t('cases:needs.pay.by', { date }), link }
  }
  return { ...common, urgent: false, heading: t('cases:needs.record.heading', { step: stepLabel(t, state.service, name) }), by: date && t('cases:needs.record.by', { date }), link: null }
}
