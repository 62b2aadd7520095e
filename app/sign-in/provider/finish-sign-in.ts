import { authorizationCodeGrant, AuthorizationResponseError, type Configuration, fetchUserInfo } from 'openid-client'

import type { Environment } from '#app/use-cases/environment.ts'
import type { StoredPerson } from '#db/store.ts'

import { hashOf } from '../secret.ts'
import type { Vouched } from '../session/begin-session.ts'
import { type Attempt, readAttempt } from './attempt.ts'
import { findPerson } from './find-person.ts'
import type { ProviderLine } from './provider-line.ts'
import { type Claims, readClaims } from './read-claims.ts'
import { callbackOf } from './start-sign-in.ts'

/** Why nobody was signed in: cancelled at the provider; too late, used before or begun elsewhere; not what was asked for; nobody known here. */
export type NotSignedIn = 'cancelled' | 'expired' | 'refused' | 'unknown_staff' | 'no_identity'
export type Finished = { ok: true; person: StoredPerson; vouched: Vouched; returnTo: string } | { ok: false; why: NotSignedIn; cause?: unknown }

/**
 * Ends a sign-in with what the provider sent back through the browser.
 * @param secret what the browser was given when it began
 * @param search the query of the address that the browser came to
 */
export async function finishSignIn(env: Environment, line: ProviderLine, origin: string, secret: string | null, search: string): Promise<Finished> {
  const kept = secret === null ? null : await env.store.once.take('sign_in', hashOf(secret), env.now())
  if (kept === null) return { ok: false, why: 'expired' }
  const attempt = readAttempt(kept)
  // The answer of one provider to what another was asked (RFC 9700, 4.4).
  if (attempt.provider !== line.provider.id) return { ok: false, why: 'refused' }
  const asked = await askClaims(line, attempt, `${callbackOf(origin, line.provider)}${search}`)
  if (!asked.ok) return asked
  const known = readClaims(line.provider, asked.claims)
  if (!known) return { ok: false, why: 'no_identity' }
  const person = await findPerson(env, line.provider, known)
  return person ? { ok: true, person, vouched: { provider: line.provider.id, ...known.vouched }, returnTo: attempt.returnTo } : { ok: false, why: 'unknown_staff' }
}

type Asked = { ok: true; claims: Claims } | (Finished & { ok: false })

async function askClaims(line: ProviderLine, { state, nonce, verifier }: Attempt, address: string): Promise<Asked> {
  try {
    const configuration = await line.configuration()
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
    const tokens = await authorizationCodeGrant(configuration, new URL(address), checks)
    const claims = tokens.claims() ?? null
    if (!claims) return { ok: false, why: 'refused' }
    return { ok: true, claims: { ...(await userInfo(configuration, tokens.access_token, claims.sub)), ...claims } }
  } catch (cause) {
    const isCancelled = cause instanceof AuthorizationResponseError && cause.error === 'access_denied'
    return isCancelled ? { ok: false, why: 'cancelled' } : { ok: false, why: 'refused', cause }
  }
}

/** Most providers say a name and a number there and not in the token. */
const userInfo = async (configuration: Configuration, accessToken: string, subject: string): Promise<Claims> =>
  configuration.serverMetadata().userinfo_endpoint === undefined ? {} : fetchUserInfo(configuration, accessToken, subject)
