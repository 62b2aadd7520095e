import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import { readPreferences } from '#app/i18n/preferences.server.ts'
import type { Portal } from '#app/portal.server.ts'

/** The reader's language and the texts in it, for loaders and actions. */
export async function textsFor(portal: Portal, request: Request): Promise<{ t: TFunction; lang: Language }> {
  const { lang } = await readPreferences(request)
  return { t: portal.i18n.getFixedT(lang), lang }
}

/** What the browser's tab says: the page, then the portal. */
export const pageTitle = (t: TFunction, page: string): string => `${page} · ${t('ui:product.name')}`
