import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { SignIn } from '#app/sign-in/sign-in.ts'
import type { Session } from '#db/store.ts'

export type SessionView = { id: string; here: boolean; provider: string; since: string; seen: string }

/** One place where somebody is signed in. @param here the session of this browser */
export function sessionView(t: TFunction, lang: Language, { providers }: SignIn, { idHash, provider, signedInAt, seenAt }: Session, here: string): SessionView {
  const known = providers.find((line) => line.provider.id === provider)
  return { id: idHash, here: idHash === here, provider: known?.provider.name[lang] ?? t('signin:sessions.demo'), since: formatDate(signedInAt, lang, 'time'), seen: formatDate(seenAt, lang, 'time') }
}
