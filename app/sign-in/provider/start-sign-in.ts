import { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'

import { type Assurance, enoughFor } from '#app/kernel/assurance.ts'
import type { Environment } from '#app/use-cases/environment.ts'

import { hashOf, newSecret } from '../secret.ts'
import type { Provider } from './provider.ts'
import type { ProviderLine } from './provider-line.ts'
import type { Attempt } from './attempt.ts'

/** How long somebody may take at the provider. */
export const ATTEMPT_MS = 10 * 60_000

/** Where the provider sends people back to. */
export const callbackOf = (origin: string, { id }: Provider): string => `${origin}/sign-in/${id}/callback`

/**
 * Begins a sign-in: authorization code, PKCE, state, nonce. Throws when the provider can't be reached.
 * @param origin the portal's own address
 * @returns where to send the browser, and the secret that binds what comes back to it
 */
export async function startSignIn(env: Environment, line: ProviderLine, origin: string, wish: { returnTo: string; demanded: Assurance }): Promise<{ to: URL; secret: string }> {
  const { provider } = line
  const configuration = await line.configuration()
  const attempt: Attempt = { provider: provider.id, state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), returnTo: wish.returnTo }
  const secret = newSecret()
  await env.store.once.put('sign_in', hashOf(secret), JSON.stringify(attempt), env.now() + ATTEMPT_MS)
  const acr = acrValues(provider, wish.demanded)
  const to = buildAuthorizationUrl(configuration, {
    redirect_uri: callbackOf(origin, provider),
    scope: provider.scope,
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    state: attempt.state,
    nonce: attempt.nonce,
    // Somebody who is signed in there already would come back with no more than they had.
    ...(acr === '' ? {} : { acr_values: acr, prompt: 'login' }),
  })
  return { to, secret }
}

/** Whatever the provider calls enough, weakest first: more than is needed is not asked for. */
function acrValues({ levels }: Provider, demanded: Assurance): string {
  if (demanded === 'low') return ''
  return enoughFor(demanded).flatMap((level) => Object.keys(levels).filter((acr) => levels[acr] === level)).join(' ')
}
