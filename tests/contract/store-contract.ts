import { afterEach, beforeEach, describe } from 'vitest'

import type { Store } from '#db/store.ts'

import { accessContract } from './access-contract.ts'
import { atomicityContract } from './atomicity-contract.ts'
import { boardContract } from './board-contract.ts'
import { caseListContract } from './case-list-contract.ts'
import { chainContract } from './chain-contract.ts'
import { commitContract } from './commit-contract.ts'
import { credentialContract } from './credential-contract.ts'
import { definitionContract } from './definition-contract.ts'
import { draftContract } from './draft-contract.ts'
import { eventContract, plainEventContract } from './event-contract.ts'
import { fileContract } from './file-contract.ts'
import { keyContract } from './key-contract.ts'
import { leaseContract } from './lease-contract.ts'
import { mandateContract } from './mandate-contract.ts'
import { noticeContract } from './notice-contract.ts'
import { outboxContract } from './outbox-contract.ts'
import { partContract } from './part-contract.ts'
import { personContract } from './person-contract.ts'
import { queueContract } from './queue-contract.ts'
import { queueCountContract } from './queue-count-contract.ts'
import { queueFilterContract } from './queue-filter-contract.ts'
import { recordChangeContract } from './record-change-contract.ts'
import { recordContract } from './record-contract.ts'
import { repeatContract } from './repeat-contract.ts'
import { scanContract } from './scan-contract.ts'
import { securityContract } from './security-contract.ts'
import { sessionContract } from './session-contract.ts'
import { sessionWithPersonContract } from './session-with-person-contract.ts'
import { textContract } from './text-contract.ts'
import { timerContract } from './timer-contract.ts'

/** One part of what a store promises; asks for the store inside a test, when there is one. */
export type Contract = (store: () => Store) => void

const contracts: readonly Contract[] = [
  commitContract,
  repeatContract,
  atomicityContract,
  eventContract,
  plainEventContract,
  caseListContract,
  noticeContract,
  queueContract,
  queueFilterContract,
  queueCountContract,
  definitionContract,
  draftContract,
  recordContract,
  recordChangeContract,
  accessContract,
  chainContract,
  keyContract,
  mandateContract,
  personContract,
  fileContract,
  timerContract,
  outboxContract,
  leaseContract,
  boardContract,
  partContract,
  scanContract,
  securityContract,
  sessionContract,
  sessionWithPersonContract,
  credentialContract,
  textContract,
]

/** Everything every store must do. `open` gives an empty one for each test. @param without what this kind of store can't promise */
export function runStoreContract(name: string, open: () => Promise<Store>, without: readonly Contract[] = []): void {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())
    for (const contract of contracts) if (!without.includes(contract)) contract(() => store)
  })
}
