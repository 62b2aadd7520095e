import { type AuthenticationResponseJSON, generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'

import type { Environment } from '#app/use-cases/environment.ts'
import type { Credential } from '#db/credential-store.ts'

import type { SignedIn } from '../session/current-session.ts'
import { putChallenge, takeChallenge } from './challenge.ts'

/** What the browser needs to ask for somebody's key; null: they have none. @param origin the portal's own address */
export async function keyOptions(env: Environment, { person, session }: SignedIn, origin: string): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const known = await env.store.credentials.of(person.id)
  if (known.length === 0) return null
  // No transports: a browser that is told `internal` would not offer the same passkey from a phone.
  const options = await generateAuthenticationOptions({ rpID: new URL(origin).hostname, allowCredentials: known.map(({ id }) => ({ id })), userVerification: 'required' })
  await putChallenge(env, session, 'give', options.challenge)
  return options
}

/** Was the key somebody's own, used for this challenge of this session, and no copy of it? */
export async function giveKey(env: Environment, { person, session }: SignedIn, origin: string, response: AuthenticationResponseJSON): Promise<boolean> {
  const expectedChallenge = await takeChallenge(env, session, 'give')
  const credential = await env.store.credentials.find(response.id)
  if (expectedChallenge === null || credential?.person !== person.id) return false
  const counter = await verifiedCounter(credential, expectedChallenge, origin, response)
  return counter !== null && env.store.credentials.used(credential.id, counter, env.now())
}

/** What the key has counted up to; null when the signature is not its own for this challenge, or nobody has unlocked it. */
async function verifiedCounter({ id, publicKey, counter }: Credential, expectedChallenge: string, origin: string, response: AuthenticationResponseJSON): Promise<number | null> {
  try {
    const credential = { id, publicKey: new Uint8Array(publicKey), counter }
    const verified = await verifyAuthenticationResponse({ response, expectedChallenge, expectedOrigin: origin, expectedRPID: new URL(origin).hostname, credential, requireUserVerification: true })
    return verified.verified ? verified.authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
