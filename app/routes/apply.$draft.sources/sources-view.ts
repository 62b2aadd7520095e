import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import type { OpenDraft } from '#app/use-cases/open-draft.ts'
import { askedSources } from '#app/view/asked-sources.ts'

/** What would be read for a draft, before anything is. */
export function sourcesView(t: TFunction, lang: Language, env: Environment, { draft, definition }: OpenDraft) {
  const open = Object.keys(draft.sources).filter((register) => draft.sources[register] === 'open')
  return {
    draft: draft.id,
    service: t(`services/${definition.service}:title`),
    serviceId: definition.service,
    behalf: draft.behalf?.name ?? null,
    ...askedSources(t, lang, env, definition, open),
  }
}
