import type { TFunction } from 'i18next'

import { directionOf, type Language } from '#app/i18n/languages.ts'

/**
 * A whole page without sheet, picture or session: what is cheap enough to be sent while there is no time for anything.
 * @param sent something was sent with the request: it is still in the browser
 */
export function overloadPage(t: TFunction, lang: Language, sent: boolean): string {
  const title = t('overload:title')
  const next = sent ? `<p>${t('overload:sent')}</p>` : `<p>${t('overload:asked')}</p><p><a href="">${t('overload:again')}</a></p>`
  return `<!DOCTYPE html><html lang="${lang}" dir="${directionOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ${t('ui:product.name')}</title></head><body><main><h1>${title}</h1>${next}</main></body></html>\n`
}
