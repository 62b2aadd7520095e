import type { Settings } from '#app/env.server.ts'

import { checkpoints } from './checkpoints.ts'
import { dataKeys } from './data-keys.ts'
import { files } from './files.ts'
import type { ProductionCheck } from './production-check.ts'
import { publicUrl } from './public-url.ts'
import { sessionSecret } from './session-secret.ts'
import { signInProviders } from './sign-in-providers.ts'

const checks: readonly ProductionCheck[] = [publicUrl, sessionSecret, signInProviders, dataKeys, checkpoints, files]

/** Every sentence that every check has to say; none: the portal may serve. */
export const notReady = (settings: Settings): string[] => checks.flatMap((check) => check(settings))
