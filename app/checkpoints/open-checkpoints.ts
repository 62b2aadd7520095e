import type { ChainStore } from '#db/store.ts'

import { appendToFile } from './append-to-file.ts'
import { type CheckpointSettings, isLoopback } from './checkpoint-settings.ts'
import { type Checkpoints, checkpointsOf } from './checkpoints.ts'
import { postToUrl } from './post-to-url.ts'
import { everyPlace, type SecondPlace } from './second-place.ts'
import { readSigningKey, type SigningKey } from './signing-key.ts'

/** The checkpoints of a portal by its settings. Throws a sentence for the operator when the key can't be read. */
export function openCheckpoints(settings: CheckpointSettings, chain: ChainStore, now: () => number): Checkpoints {
  return checkpointsOf(chain, signingKeyOf(settings), placeOf(settings), now)
}

/** The key of the settings. Throws a sentence for the operator. */
export function signingKeyOf({ CHECKPOINT_KEY: text }: CheckpointSettings): SigningKey {
  const key = text === undefined ? null : readSigningKey(text)
  if (!key) throw new Error('CHECKPOINT_KEY is no private Ed25519 key in PEM or base64. Make one with: openssl genpkey -algorithm ed25519')
  return key
}

/** Loopback may be connected to when it is named by its address; other networks of one's own have to be listed. */
function placeOf({ CHECKPOINT_DIR: folder, CHECKPOINT_URL: url, CHECKPOINT_ADDRESSES: listed = [] }: CheckpointSettings): SecondPlace | null {
  const places = [
    ...(folder === undefined ? [] : [appendToFile(folder)]),
    ...(url === undefined ? [] : [postToUrl({ url, addresses: isLoopback(new URL(url)) ? ['127.0.0.0/8', '::1/128'] : listed })]),
  ]
  return places.length === 0 ? null : everyPlace(places)
}
