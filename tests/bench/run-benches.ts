import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Bench, type Effort, type Row, rowOf } from './harness/row.ts'

/** @param rounds of each side @param quick a smoke run: too little is measured for the figures to mean anything */
export type Wish = { rounds: number; quick: boolean }

export type Told = { row(row: Row, bench: Bench): void; failed(bench: Bench, error: unknown): void }

const QUICK: Pick<Effort, 'rounds' | 'share'> = { rounds: 1, share: 0.05 }

/** Runs one after the other; one that fails has no figures, and the others run. @returns how many failed */
export async function runBenches(benches: readonly Bench[], { rounds, quick }: Wish, told: Told): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-bench-'))
  // PostgreSQL is another account where this one is root, and has to come to its folder in this one.
  chmodSync(folder, 0o711)
  let failed = 0
  try {
    for (const bench of benches) {
      try {
        told.row(rowOf(bench, await bench.measure({ rounds, share: 1, folder, ...(quick ? QUICK : {}) })), bench)
      } catch (error) {
        failed += 1
        told.failed(bench, error)
      }
    }
    return failed
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
