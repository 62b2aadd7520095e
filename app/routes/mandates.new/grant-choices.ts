import type { TFunction } from 'i18next'

import type { Actor } from '#app/kernel/case/actor.ts'
import type { Environment } from '#app/use-cases/environment.ts'

type Choice = { value: string; text: string }

/** For whom a mandate can be granted, and for which services. */
export type GrantChoices = { whom: readonly Choice[]; services: readonly Choice[] }

/** The citizen and the companies they head; services that people or, if there are companies, these could apply for. */
export async function grantChoices(t: TFunction, env: Environment, actor: Actor): Promise<GrantChoices> {
  const person = await env.store.people.find(actor.id)
  const companies = person?.companies ?? []
  const open = Object.values(env.catalogue.services).filter(({ audience, opens }) => opens === 'by_applicant' && (audience === 'person' || companies.length > 0))
  return {
    whom: [{ value: 'self', text: person?.name ?? actor.name }, ...companies.map(({ code, name }) => ({ value: `company:${code}`, text: name }))],
    services: open.map(({ service }) => ({ value: service, text: t(`services/${service}:title`) })),
  }
}
