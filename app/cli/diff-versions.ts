import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { diffDefinitions } from '#app/change-control/diff-definitions.ts'
import { fourReductions } from '#app/change-control/four-reductions.ts'
import { printDiff, type VersionDiff } from '#app/change-control/print-diff.ts'
import { tryPastCases } from '#app/change-control/try-past-cases.ts'

import { findVersion, type Version } from './find-version.ts'
import { keptStore } from './kept-store.ts'

/**
 * `diff ID OLD NEW [--json]` on standard output. OLD and NEW are version numbers; NEW may be a file.
 * Exit code 0, or 1 when one of them is not there or not sound.
 */
export async function diffVersions(catalogue: Catalogue, [id, old, fresh]: readonly [string, string, string], json: boolean): Promise<0 | 1> {
  const [before, after] = [findVersion(catalogue, id, old), findVersion(catalogue, id, fresh)]
  if (!before.ok || !after.ok) {
    for (const found of [before, after]) if (!found.ok) for (const message of found.messages) console.error(message)
    return 1
  }
  const diff = await compare(catalogue, before.version, after.version)
  console.log(json ? JSON.stringify(diff, null, 2) : printDiff(diff).join('\n'))
  return 0
}

async function compare(catalogue: Catalogue, before: Version, after: Version): Promise<VersionDiff> {
  const store = await keptStore()
  try {
    return {
      service: before.definition.service,
      versions: { before: before.definition.version, after: after.definition.version },
      reductions: { before: fourReductions(before.definition, before.worst), after: fourReductions(after.definition, after.worst) },
      changes: diffDefinitions(before.definition, after.definition, catalogue),
      pastCases: store && (await tryPastCases(store, before.definition, after.definition, catalogue.calendar)),
    }
  } finally {
    await store?.close()
  }
}
