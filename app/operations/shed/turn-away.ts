import type { Request as Asked, Response as Answering } from 'express'
import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import { readPreferences } from '#app/i18n/preferences.server.ts'
import type { Portal } from '#app/portal.server.ts'

const RETRY_SECONDS = 5
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Tells somebody, in their language, when to come back, and that nothing is wrong with what they asked. @param page whose last argument is whether something was sent */
export async function turnAway({ i18n }: Pick<Portal, 'i18n'>, request: Asked, response: Answering, page: (t: TFunction, lang: Language, sent: boolean) => string): Promise<void> {
  const headers = new Headers({ Cookie: request.get('Cookie') ?? '', 'Accept-Language': request.get('Accept-Language') ?? '' })
  const { lang } = await readPreferences(new Request('http://portal.invalid', { headers }))
  response.set({ 'Content-Language': lang, 'Retry-After': String(RETRY_SECONDS), 'Cache-Control': 'no-store' })
  response.status(503).type('html').send(page(i18n.getFixedT(lang), lang, !READING.has(request.method)))
}
