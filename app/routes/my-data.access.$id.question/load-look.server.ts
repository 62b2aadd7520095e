import type { TFunction } from 'i18next'

import { notFound } from '#app/http/not-found.ts'
import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { findAccess } from '#app/use-cases/list-access.ts'
import type { AccessQuestion } from '#app/use-cases/question-access.ts'
import { accessRow, accessWords } from '#app/view/access/access-row.ts'

type Look = { of: string; department: string; shown: AccessQuestion['shown'] }

/** The look of an address in words, for those who may question it; anybody else finds nothing. */
export async function loadLook(env: Environment, actor: Actor, id: string | undefined, t: TFunction, lang: Language): Promise<Look> {
  const found = await findAccess(env, actor, id ?? '')
  if (!found?.access.questionable) throw notFound()
  const { whose, access } = found
  const shown = { when: formatDate(access.at, lang, 'time'), ...accessWords(lang, accessRow(t)(access)) }
  return { of: whose.key, department: t(`departments:${access.department}.name`), shown }
}
