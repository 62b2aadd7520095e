import { allowInsecureRequests, clockTolerance, type Configuration, customFetch, discovery, enableNonRepudiationChecks } from 'openid-client'

import { guardedFetch } from './guarded-fetch.ts'
import type { Provider } from './provider.ts'

/** A provider and the way to it. */
export type ProviderLine = { provider: Provider; configuration(): Promise<Configuration>; close(): Promise<void> }

/** All answers to one request; a person waits meanwhile. */
const TIMEOUT_SECONDS = 5
/** How far two machines' clocks may lie apart. */
const SKEW_SECONDS = 30
/** A provider that changes its addresses is heard within this time. */
const KNOWN_MS = 3_600_000

/** Asks the provider for its addresses and keys when they are first needed, not when the portal starts. */
export function lineTo(provider: Provider, now: () => number): ProviderLine {
  const { fetch, close } = guardedFetch(provider.issuer, provider.addresses)
  let known: { at: number; configuration: Promise<Configuration> } | null = null
  const discover = async (): Promise<Configuration> => {
    const client = { client_secret: provider.clientSecret, [clockTolerance]: SKEW_SECONDS }
    const insecure = new URL(provider.issuer).protocol === 'http:' ? [allowInsecureRequests] : []
    const configuration = await discovery(new URL(provider.issuer), provider.clientId, client, undefined, {
      [customFetch]: fetch,
      timeout: TIMEOUT_SECONDS,
      // An ID token is believed for its signature too, not only for the line it came by.
      execute: [...insecure, enableNonRepudiationChecks],
    })
    refuseElsewhere(configuration, provider)
    return configuration
  }
  return {
    provider,
    close,
    configuration: () => {
      if (known && now() - known.at < KNOWN_MS) return known.configuration
      const asked = { at: now(), configuration: discover() }
      known = asked
      // What failed is asked again the next time.
      asked.configuration.catch(() => void (known === asked && (known = null)))
      return asked.configuration
    },
  }
}

/** People are sent to the issuer's own site only: the pages' policy allows no other, and a mixed-up one is found out here. */
function refuseElsewhere(configuration: Configuration, { issuer }: Provider): void {
  const { authorization_endpoint: authorize, end_session_endpoint: end } = configuration.serverMetadata()
  for (const address of [authorize, end]) if (address !== undefined && new URL(address).origin !== new URL(issuer).origin) throw new Error('the issuer sends people elsewhere')
}
