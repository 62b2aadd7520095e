import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { CHECKPOINT_FILE } from './append-to-file.ts'
import type { CheckpointSettings } from './checkpoint-settings.ts'
import { withDemoCheckpoints } from './demo-checkpoints.ts'
import { readSigningKey } from './signing-key.ts'

/** What this machine itself can verify with: the file of the second place, if that is a folder, and the public half of its key. An auditor brings both. */
export function keptEvidence(settings: CheckpointSettings & { DATA_DIR: string }): { checkpoints: string | null; key: { pem: string } | null } {
  const { CHECKPOINT_KEY, CHECKPOINT_DIR } = withDemoCheckpoints(settings)
  const key = CHECKPOINT_KEY === undefined ? null : readSigningKey(CHECKPOINT_KEY)
  const path = CHECKPOINT_DIR === undefined ? null : join(CHECKPOINT_DIR, CHECKPOINT_FILE)
  return { checkpoints: path !== null && existsSync(path) ? path : null, key: key && { pem: key.publicPem } }
}
