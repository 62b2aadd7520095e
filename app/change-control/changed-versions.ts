import type { Definition } from '#app/kernel/definition/definition.ts'
import { serviceKey } from '#app/kernel/definition/surroundings.ts'
import type { KeptDefinition } from '#db/store.ts'

/**
 * Versions that cases go by and whose files say something else now: a sentence for each, with what to do. Only where the
 * hashes can be compared: what the first portals kept (it has no `guide`) was hashed otherwise.
 * @param kept definitions that cases go by @param versions by `serviceKey(id, version)`
 */
export function changedVersions(kept: readonly KeptDefinition[], versions: Readonly<Record<string, Definition>>): string[] {
  return kept.flatMap(({ service, version, hash, guide }) => {
    const now = versions[serviceKey(service, version)]
    if (guide === undefined || now === undefined || now.hash === hash) return []
    const folder = `workflows/services/${service}`
    return [`${service}: version ${version} has been changed, and there are cases that began by it as it was. Put its old files back as ${folder}/history/${version}.yaml (and ${version}.tables.yaml, if it has tables), and write version: ${version + 1} or higher into ${folder}/service.yaml.`]
  })
}
