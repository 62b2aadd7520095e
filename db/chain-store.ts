import type { ChainHead } from './chain-link.ts'

export type { ChainHead } from './chain-link.ts'

/** A signed word on the chain: at `at` (epoch ms) it was `size` rows long and ended in `head`. `key` names the key that signed. */
export type Checkpoint = ChainHead & { at: number; key: string; signature: string }

/** `shippedAt`: when it had arrived in the second place; null: not yet. */
export type StoredCheckpoint = Checkpoint & { shippedAt: number | null }

/**
 * The chain over all events, states and access entries. Commits and the access log write it, in their own transactions;
 * here it is read, and checkpoints are kept.
 */
export type ChainStore = {
  head(): Promise<ChainHead>
  /** The first of a size stays: a later one of the same size changes nothing. */
  addCheckpoint(checkpoint: Checkpoint): Promise<void>
  /** The one of the greatest size. */
  lastCheckpoint(): Promise<StoredCheckpoint | null>
  /** Not yet in the second place, smallest first. */
  unshipped(limit: number): Promise<readonly StoredCheckpoint[]>
  markShipped(size: number, at: number): Promise<void>
  /** Instant of the first event or access entry that no shipped checkpoint covers; null when all are covered. */
  uncoveredSince(): Promise<number | null>
}
