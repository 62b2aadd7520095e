import type { Fault, Reason } from './fault.ts'
import type { Verified } from './verify.ts'

const reasons: Record<Reason, string> = {
  missing: 'it was written once, and is gone',
  hash: 'the event is not the one that was written here',
  replaced: 'the event was replaced by one with a hash of its own',
  state: 'the state is not the one that was written last',
  cut_off: 'the events do not end where the case says they do',
  access: 'the entry is not the one that was written here',
  unchained: 'no commit wrote it',
  chain: 'the chain was changed or put in another order here',
  chain_gap: 'a row of the chain is gone',
  rewritten: 'the chain is another one than was signed',
  truncated: 'what was signed is not there any more: records were cut off, or an older copy put in their place',
  checkpoint: 'the signature does not fit the checkpoint',
  unknown_key: 'the checkpoint was signed with a key that is not trusted',
  checkpoint_missing: 'the checkpoint that was shipped is not the one in the database',
  damaged: 'the file contradicts itself, or its tables are not those of OneTrip',
}

/** What was found, for people, line by line. */
export function describe({ cases, events, accesses, checkpoints, broken }: Verified, areSignaturesChecked: boolean): string[] {
  const amount = `${events} events of ${cases} cases, ${accesses} access entries, ${checkpoints} checkpoints`
  const unchecked = areSignaturesChecked ? [] : ['Signatures were not checked: give --key FILE.']
  if (!broken) return [`sound   ${amount}`, ...unchecked]
  return [`BROKEN  ${placeOf(broken)}: ${reasons[broken.reason]} (${broken.reason})`, `Before it, ${amount} were sound; what follows was not looked at.`, ...unchecked]
}

function placeOf({ caseId, version, entry, seq, between }: Fault): string {
  if (caseId !== null) return `case ${caseId}, version ${version}`
  if (entry !== null) return `access entry ${entry}`
  if (between) return `somewhere from row ${between[0]} to row ${between[1]} of the chain`
  return seq === null ? 'the database' : `row ${seq} of the chain`
}
