import type { TFunction } from 'i18next'

import { directionOf, type Language } from '#app/i18n/languages.ts'

/**
 * Very many people are here.
 * @param sent something was sent with the request: it is still in the browser
 */
export function overloadPage(t: TFunction, lang: Language, sent: boolean): string {
  return barePage(t, lang, t('overload:title'), sent ? [t('overload:sent')] : [t('overload:asked'), again(t)])
}

/**
 * What keeps everything is out of reach. Whether what was sent has been kept is not always known: sent again, it counts once.
 * @param sent as above
 */
export function storeAwayPage(t: TFunction, lang: Language, sent: boolean): string {
  const words = t('ui:error.status.503.body')
  return barePage(t, lang, t('ui:error.status.503.title'), sent ? [words] : [words, again(t)])
}

const again = (t: TFunction): string => `<a href="">${t('overload:again')}</a>`

/** A whole page without sheet, picture or session: what is cheap enough to be sent while there is no time for anything, and needs no store. */
function barePage(t: TFunction, lang: Language, title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((words) => `<p>${words}</p>`).join('')
  return `<!DOCTYPE html><html lang="${lang}" dir="${directionOf(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ${t('ui:product.name')}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>\n`
}
