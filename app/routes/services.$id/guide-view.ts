import type { TFunction } from 'i18next'

import { agreementsOf } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { DataField, Definition } from '#app/kernel/definition/definition.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { savedAtMost } from '#app/kernel/records/saved.ts'
import type { DescribedService } from '#app/use-cases/describe-service.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { grantedSteps } from '#app/view/granted-steps.ts'
import { serviceCard } from '#app/view/service-card.ts'
import { fieldLabel } from '#app/view/show-value.ts'

import { feesOf } from './fees-of.ts'
import { samplesOf } from './samples-of.ts'
import { stepsView } from './steps-view.ts'

/** A service's guide in words: what the one-time notice of the law must say. */
export function guideView(t: TFunction, lang: Language, { catalogue, now }: Environment, { definition, parts, companies, mandates, openDraft }: DescribedService) {
  const { service, requires, lead, guarantee } = definition
  const steps = grantedSteps(definition.flow)
  return {
    ...serviceCard(t, definition),
    who: t(`services/${service}:who`),
    starts: definition.opens === 'by_applicant',
    business: definition.audience === 'business',
    limit: t('ui:days.working', { count: definition.limit.amount }),
    guarantee: { trips: guarantee.trips, siteVisits: guarantee.siteVisits, returns: guarantee.returns },
    fees: feesOf(t, lang, definition, steps),
    requirements: requires.map(({ reason }) => t(`services/${service}:requires.${reason}.why`)),
    saved: savedAtMost(definition, catalogue.registers, agreementsOf(catalogue, service), localDate(catalogue.calendar, now())),
    held: heldOf(t, definition),
    asked: askedOf(t, definition),
    steps: stepsView(t, definition, steps, parts),
    results: [definition, ...Object.values(parts)].flatMap((one) => samplesOf(t, one)),
    channels: definition.guide.channels.map((one) => t(`portal:guide.channel.${one}`)).join(' · '),
    delivery: definition.guide.delivery.map((one) => t(`portal:guide.delivery.${one}`)).join(' · '),
    tripReason: definition.guide.trip && t(`services/${service}:guide.trips.${definition.guide.trip}`),
    questions: definition.guide.questions.map((one) => ({ question: t(`services/${service}:guide.questions.${one}.question`), answer: t(`services/${service}:guide.questions.${one}.answer`) })),
    legal: t(`services/${service}:legal`).split(/[;；؛]\s*/),
    phone: t(`departments:${lead}.phone`),
    companies,
    mandates: mandates.map(({ id, name }) => ({ id, name })),
    openDraft,
  }
}

export type GuideView = ReturnType<typeof guideView>

/** What registers give, one group a register. */
function heldOf(t: TFunction, { data }: Definition): { register: string; facts: string[] }[] {
  const fields = Object.values(data).filter((field) => field.kind === 'record')
  const registers = [...new Set(fields.map((field) => field.register))]
  return registers.map((register) => ({
    register: t(`registers:${register}.name`),
    facts: fields.filter((field) => field.register === register).map((field) => inSomeCases(t, fieldLabel(t, field), field.when !== null)),
  }))
}

/** What only the applicant can tell, and for a file what kind. */
const askedOf = (t: TFunction, { data }: Definition): { label: string; hint: string | null }[] =>
  Object.values(data)
    .filter((field) => field.kind === 'question')
    .map((field) => ({ label: inSomeCases(t, fieldLabel(t, field), field.when !== null || field.optional), hint: fileHint(t, field) }))

const fileHint = (t: TFunction, { type }: DataField): string | null =>
  type.type === 'file' ? t('apply:file.hint', { kinds: type.accept.map((kind) => kind.toUpperCase()).join(' / '), megabytes: type.maxBytes / 1_000_000 }) : null

export const inSomeCases = (t: TFunction, text: string, perhaps: boolean): string => (perhaps ? t('portal:guide.inSomeCases', { text }) : text)
