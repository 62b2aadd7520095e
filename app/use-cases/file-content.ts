import type { Environment } from './environment.ts'

/** `withheld`: it waits to be scanned; `infected`: nobody is given it any more. */
export type FileContent = { ok: true; content: Uint8Array } | { ok: false; why: 'withheld' | 'infected' | 'not_found' }

/**
 * The bytes of a file, for whoever was found to have a right to them: the only way to them. Where a scanner is configured
 * nothing goes out that it has not called clean; a file from before then is scanned first.
 */
export async function fileContent(env: Environment, id: string): Promise<FileContent> {
  const verdict = await env.store.scans.of(id)
  if (verdict === 'infected') return { ok: false, why: 'infected' }
  if (env.scan && verdict === null) await env.store.scans.put(id, 'waiting', env.now())
  if (env.scan && verdict !== 'clean') return { ok: false, why: 'withheld' }
  const content = await env.store.files.content(id)
  return content ? { ok: true, content } : { ok: false, why: 'not_found' }
}
