/**
 * `missing`: a row that was chained is gone; `hash`: an event is not the one that was written; `replaced`: it fits itself,
 * not the chain; `state`: a case's state is another one; `cut_off`: a case stands at another version than was chained;
 * `access`: an entry of the access log was changed; `unchained`: a row that no commit wrote; `chain`: a row of the chain was
 * changed or moved; `chain_gap`: one is missing; `rewritten`: the chain is another one than was signed; `truncated`: it is
 * shorter; `checkpoint`: its signature does not fit; `unknown_key`: signed by a key that is not trusted;
 * `checkpoint_missing`: it was shipped, and is gone here; `damaged`: the file contradicts itself.
 */
export type Reason =
  | 'missing'
  | 'hash'
  | 'replaced'
  | 'state'
  | 'cut_off'
  | 'access'
  | 'unchained'
  | 'chain'
  | 'chain_gap'
  | 'rewritten'
  | 'truncated'
  | 'checkpoint'
  | 'unknown_key'
  | 'checkpoint_missing'
  | 'damaged'

/**
 * The first thing that does not fit, in the order in which things were written. A case has `caseId` and `version`, an entry
 * of the access log `entry`. `seq` is its place in the chain. Where only a checkpoint tells, `between` are the first and the
 * last place at which it may be.
 */
export type Fault = {
  reason: Reason
  caseId: string | null
  version: number | null
  entry: string | null
  seq: number | null
  between: readonly [number, number] | null
}

export const fault = (reason: Reason, where: Partial<Omit<Fault, 'reason'>> = {}): Fault => ({ reason, caseId: null, version: null, entry: null, seq: null, between: null, ...where })
