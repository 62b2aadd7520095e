import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import OidcProvider, { type Configuration } from 'oidc-provider'

import type { Provider } from '#app/sign-in/provider/provider.ts'

/** What the provider says the next time somebody is asked who they are. */
export type Says = { account: string; acr?: string; amr?: string[]; cancels?: boolean }
export type Account = { name?: string; identity_number?: string }

/** A real OpenID Connect provider in this process: it asks nobody for a password, and says what a test lets it. */
export type CityProvider = { settings: Provider; says: Says; accounts: Record<string, Account>; serve(redirectUri: string, home: string): void; asked: string[]; close(): Promise<void> }

const SECRET = 'c2VjcmV0IG9mIGEgdGVzdCBwcm92aWRlciwgMzIgYnl0ZXM'

export async function startProvider(more: Pick<Provider, 'id' | 'for'> & Partial<Provider>): Promise<CityProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.writeHead(503).end()
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const city: CityProvider = {
    settings: settingsOf(issuer, more),
    says: { account: 'nobody' },
    accounts: {},
    asked,
    serve: (redirectUri, home) => void (answer = answerOf(city, redirectUri, home)),
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
  }
  return city
}

const settingsOf = (issuer: string, more: Pick<Provider, 'id' | 'for'> & Partial<Provider>): Provider => ({
  issuer,
  clientId: 'onetrip',
  clientSecret: SECRET,
  name: { 'zh-CN': `${more.id} 平台`, en: `Provider ${more.id}`, ar: `الجهة ${more.id}` },
  identityClaim: more.for === 'staff' ? 'sub' : 'identity_number',
  nameClaim: 'name',
  scope: 'openid profile',
  levels: { 'urn:level:2': 'substantial', 'urn:level:3': 'high' },
  secondFactor: { acr: [], amr: ['hwk'] },
  endSession: true,
  addresses: ['127.0.0.0/8'],
  ...more,
})

function answerOf(city: CityProvider, redirectUri: string, home: string): (request: IncomingMessage, response: ServerResponse) => void {
  const provider = new OidcProvider(city.settings.issuer, configurationOf(city, redirectUri, home))
  const callback = provider.callback()
  return (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
    const { account, acr, amr, cancels } = city.says
    const login = { accountId: account, ...(acr ? { acr } : {}), ...(amr ? { amr } : {}), remember: false }
    void provider.interactionFinished(request, response, cancels ? { error: 'access_denied' } : { login }, { mergeWithLastSubmission: false })
  }
}

function configurationOf({ accounts, settings }: CityProvider, redirectUri: string, home: string): Configuration {
  return {
    clients: [{ client_id: settings.clientId, client_secret: settings.clientSecret, redirect_uris: [redirectUri], post_logout_redirect_uris: [`${home}/`], token_endpoint_auth_method: 'client_secret_post' }],
    acrValues: Object.keys(settings.levels),
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['name', 'identity_number'] },
    cookies: { keys: ['keys for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    // Everybody has agreed already.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    ttl: { Session: 3600, Interaction: 3600, Grant: 3600, AccessToken: 3600, IdToken: 3600 },
  }
}
