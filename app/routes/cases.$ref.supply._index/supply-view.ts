import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { openWaits } from '#app/kernel/case/case-state.ts'
import { type ApplicationField, isApplicationField } from '#app/kernel/case/check-application.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import { fieldLabel } from '#app/view/show-value.ts'

type Followed = Pick<FollowedCase, 'state' | 'definition' | 'offers' | 'deadlines'>

/** What was to be brought later and has not come yet. */
export function owedFields({ definition, offers }: Pick<Followed, 'definition' | 'offers'>): ApplicationField[] {
  const offer = offers.find((one) => one.type === 'supply')
  return (offer?.names ?? []).flatMap((name) => {
    const field = fieldNamed(definition, name)
    return field && isApplicationField(field) ? [field] : []
  })
}

/** The list of it, and the last day for it once the case waits. */
export function supplyView(t: TFunction, lang: Language, followed: Followed) {
  const { state, definition, deadlines } = followed
  const wait = openWaits(state).find((one) => waitNode(definition, one.name)?.awaits.what === 'materials')
  const dueAt = wait ? (deadlines?.waits[wait.name]?.dueAt ?? null) : null
  return {
    ref: state.ref,
    service: state.service,
    dueOn: dueAt === null ? null : formatDate(dueAt - 1, lang),
    items: owedFields(followed).map((field) => ({ title: fieldLabel(t, field), href: `/cases/${state.ref}/supply/${field.name}`, status: 'notStarted' as const })),
  }
}
