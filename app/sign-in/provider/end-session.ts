import { buildEndSessionUrl } from 'openid-client'

import type { SignIn } from '../sign-in.ts'

/** Where to send somebody so that they are signed out there too; null: nowhere. A provider that is down keeps nobody from signing out here. */
export async function endSessionAt({ providers }: SignIn, provider: string, origin: string): Promise<URL | null> {
  const line = providers.find((one) => one.provider.id === provider)
  if (!line?.provider.endSession) return null
  try {
    return buildEndSessionUrl(await line.configuration(), { post_logout_redirect_uri: `${origin}/` })
  } catch {
    return null
  }
}
