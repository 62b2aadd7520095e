import { isWeakSecret } from './is-weak-secret.ts'
import type { ProductionCheck } from './production-check.ts'

export const signInProviders: ProductionCheck = ({ SIGN_IN_PROVIDERS }) => {
  if (SIGN_IN_PROVIDERS.length === 0) return ['SIGN_IN_PROVIDERS is not set: nobody could sign in; describe your OpenID Connect providers as docs/operations.md shows, in a file that SIGN_IN_PROVIDERS_FILE names']
  const missing = (['citizens', 'staff'] as const).filter((group) => !SIGN_IN_PROVIDERS.some((provider) => provider.for === group))
  const weak = SIGN_IN_PROVIDERS.filter(({ clientSecret }) => isWeakSecret(clientSecret))
  return [
    ...missing.map((group) => `SIGN_IN_PROVIDERS has no provider for ${group}: add one with "for": "${group}"`),
    ...weak.map(({ id }) => `SIGN_IN_PROVIDERS: the client_secret of ${id} can be guessed or is shorter than 32 bytes: have the provider make another one, of 32 random bytes or more`),
  ]
}
