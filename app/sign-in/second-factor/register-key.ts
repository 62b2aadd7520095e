import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON, type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'

import type { Environment } from '#app/use-cases/environment.ts'

import type { SignedIn } from '../session/current-session.ts'
import { putChallenge, takeChallenge } from './challenge.ts'
import { useInvitation } from './invitation.ts'

/** What the browser needs to make a key for somebody. @param origin the portal's own address */
export async function registrationOptions(env: Environment, { person, session }: SignedIn, origin: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await env.store.credentials.of(person.id)
  const options = await generateRegistrationOptions({
    rpName: 'OneTrip',
    rpID: new URL(origin).hostname,
    userName: person.id,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    // Which make it is says nothing about who holds it.
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
  })
  await putChallenge(env, session, 'register', options.challenge)
  return options
}

/** Why no key was registered: the code is not one of theirs, or the key's answer is not what was asked for. */
export type NotRegistered = 'wrong_code' | 'wrong_key'

/** Registers a key that the browser made, on an invitation. The code is used up only by a sound key. */
export async function registerKey(env: Environment, signedIn: SignedIn, origin: string, code: string, response: RegistrationResponseJSON): Promise<NotRegistered | null> {
  const { person, session } = signedIn
  const expectedChallenge = await takeChallenge(env, session, 'register')
  if (expectedChallenge === null) return 'wrong_key'
  const verified = await verifyRegistrationResponse({ response, expectedChallenge, expectedOrigin: origin, expectedRPID: new URL(origin).hostname, requireUserVerification: true }).catch(() => null)
  if (!verified?.verified) return 'wrong_key'
  const { id, publicKey, counter } = verified.registrationInfo.credential
  // Somebody's key already: it is not registered twice.
  if (await env.store.credentials.find(id)) return 'wrong_key'
  if (!(await useInvitation(env, person.id, code))) return 'wrong_code'
  await env.store.credentials.add({ id, person: person.id, publicKey, counter, transports: response.response.transports ?? [], createdAt: env.now(), usedAt: null })
  return null
}
