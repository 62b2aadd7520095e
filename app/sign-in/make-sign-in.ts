import type { Settings } from '#app/env.server.ts'

import { lineTo } from './provider/provider-line.ts'
import { limitsOf } from './session/session-limits.ts'
import type { SignIn } from './sign-in.ts'

/** How people sign in by these settings. */
export function makeSignIn(settings: Pick<Settings, 'PUBLIC_URL' | 'SIGN_IN_PROVIDERS' | 'CITIZEN_IDLE_MINUTES' | 'STAFF_IDLE_MINUTES'>, now: () => number): SignIn {
  return {
    publicUrl: settings.PUBLIC_URL ?? null,
    limits: limitsOf({ citizen: settings.CITIZEN_IDLE_MINUTES, staff: settings.STAFF_IDLE_MINUTES }),
    providers: settings.SIGN_IN_PROVIDERS.map((provider) => lineTo(provider, now)),
  }
}
