import { createCookie } from '@remix-run/node'
import { z } from 'zod'

import { isLanguage, type Language, languages, negotiate } from './languages.ts'

const themes = ['auto', 'light', 'dark'] as const
const modes = ['standard', 'elder'] as const

export type Preferences = { lang: Language; theme: (typeof themes)[number]; mode: (typeof modes)[number] }

/** Not signed: it holds a taste, and whatever it says is parsed. */
const attributes = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 365 * 24 * 60 * 60 } as const
export const preferencesCookie = createCookie('preferences', attributes)
/** The same where people come over HTTPS: no other host and no plain page can set it (RFC 6265bis, 4.1.3.2). */
const hostCookie = createCookie('__Host-preferences', { ...attributes, secure: true })

// A language is kept only once chosen; until then the browser's wish counts.
const Stored = z
  .object({
    lang: z.enum(languages).optional().catch(undefined),
    theme: z.enum(themes).catch('auto'),
    mode: z.enum(modes).catch('standard'),
  })
  .catch({ theme: 'auto', mode: 'standard' })
const AS_THEY_COME = Stored.parse(null)

const Change = z.object({
  lang: z.enum(languages).optional().catch(undefined),
  theme: z.enum(themes).optional().catch(undefined),
  mode: z.enum(modes).optional().catch(undefined),
})

export async function readPreferences(request: Request): Promise<Preferences> {
  const { lang, ...look } = await stored(request)
  return { lang: isLanguage(lang) ? lang : negotiate(request.headers.get('Accept-Language')), ...look }
}

/** For the action at /preferences: applies the fields the form names and keeps the others. @param secure people come over HTTPS */
export async function updatePreferences(request: Request, form: FormData, secure: boolean) {
  const change = Object.entries(Change.parse(Object.fromEntries(form))).filter(([, value]) => value !== undefined)
  const next = { ...(await stored(request)), ...Object.fromEntries(change) }
  return { setCookie: await (secure ? hostCookie : preferencesCookie).serialize(next), returnTo: safeReturnTo(form.get('returnTo')) }
}

/** Only a path of this site. The URL parser decides, as the browser will: it drops tabs and takes `\` for `/`. */
export function safeReturnTo(value: FormDataEntryValue | null): string {
  const here = 'http://here.invalid'
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, here)) return '/'
  const url = new URL(value, here)
  // After normalising, `/.//evil.example` begins with two slashes: as a Location that is another site.
  if (url.origin !== here || url.pathname.startsWith('//') || url.pathname === '/preferences') return '/'
  return url.pathname + url.search + url.hash
}

async function stored(request: Request) {
  const cookies = request.headers.get('Cookie')
  // nobody has any until they choose, and to look for one takes Remix a while
  if (!cookies?.includes(preferencesCookie.name)) return AS_THEY_COME
  const kept = (await hostCookie.parse(cookies).catch(() => null)) ?? (await preferencesCookie.parse(cookies).catch(() => null))
  return Stored.parse(kept)
}
