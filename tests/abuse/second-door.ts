import type { Server } from 'node:http'

import type { Portal } from '#app/portal.server.ts'
import { listen, makeServer } from '#app/server.ts'
import { buildSignIn } from '#tests/factories/sign-in.ts'

import { REGISTER_TOKEN, type TestPortal } from '../journeys/test-portal.ts'

/** The same portal behind a server with settings of its own: budgets, proxies. */
export async function secondDoor({ env, i18n }: TestPortal, more: Partial<Pick<Portal, 'budgets' | 'proxies'>> & Pick<Portal, 'budgets'>): Promise<{ url: string; stop(): void }> {
  const log = { error: () => undefined, warn: () => undefined, info: () => undefined } as unknown as Portal['log']
  const portal: Portal = { env, i18n, demo: true, signIn: buildSignIn(), sessionSecret: 'a secret for tests', registerTokens: { health: REGISTER_TOKEN }, proxies: [], log, ...more }
  const { server, url } = await listen(await makeServer(portal), 0, '127.0.0.1')
  return { url, stop: () => shut(server) }
}

function shut(server: Server): void {
  server.closeAllConnections()
  server.close()
}
