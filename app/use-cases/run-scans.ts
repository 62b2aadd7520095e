import type { Environment } from './environment.ts'
import { noteUse } from './security/note-use.ts'

const BATCH = 20

/** Scans files that wait for it. The first that gets no answer ends the round: the scanner is away. @returns how many were scanned, and which were infected */
export async function runScans(env: Environment): Promise<{ scanned: number; infected: readonly string[] }> {
  const infected: string[] = []
  let scanned = 0
  if (!env.scan) return { scanned, infected }
  for (const id of await env.store.scans.waiting(BATCH)) {
    const content = await env.store.files.content(id)
    // What was erased meanwhile has nothing left to find.
    const said = content ? await env.scan(content) : 'clean'
    if (said === 'no_answer') break
    await env.store.scans.put(id, said, env.now())
    scanned += 1
    if (said !== 'infected') continue
    infected.push(id)
    const file = await env.store.files.find(id)
    await noteUse(env, { kind: 'malware', person: file?.owner ?? null, address: '', route: null })
  }
  return { scanned, infected }
}
