import type { Language } from '#app/i18n/languages.ts'
import type { Assurance } from '#app/kernel/assurance.ts'

/** Somebody who vouches for people: an OpenID Connect provider, as SIGN_IN_PROVIDERS describes it. */
export type Provider = {
  id: string
  issuer: string
  clientId: string
  clientSecret: string
  name: Readonly<Record<Language, string>>
  for: 'citizens' | 'staff'
  /** The claim that is the identity number of a citizen, or the id of staff. */
  identityClaim: string
  nameClaim: string
  scope: string
  /** What an `acr` is worth; one not named is worth `low`. */
  levels: Readonly<Record<string, Assurance>>
  /** Which `acr` or `amr` say that two factors were given. */
  secondFactor: { acr: readonly string[]; amr: readonly string[] }
  /** Signing out here signs out there. */
  endSession: boolean
  /** Networks in which it may be reached, as 10.1.0.0/16; none: public addresses only. */
  addresses: readonly string[]
}
