import { createHash } from 'node:crypto'

import { fileTypeFromBuffer } from 'file-type'

import type { Actor } from '#app/kernel/case/actor.ts'
import type { AnswerFile } from '#app/kernel/case/answer.ts'
import type { Verdict } from '#db/scan-store.ts'

import type { Environment } from './environment.ts'

/** A file as it came in. */
export type Upload = { name: string; content: Uint8Array }

const NAME_LENGTH = 120
const UNKNOWN = 'application/octet-stream'

/**
 * Keeps an uploaded file of the actor's. What it is is told by its content, never by its name or what the browser says.
 * @param upload its content has at most the bytes a question allows; `examineUpload` refuses more
 * @param verdict what the scanner said of it; null where there is none
 */
export async function storeUpload(env: Environment, actor: Actor, upload: Upload, verdict: Verdict | null): Promise<AnswerFile> {
  const now = env.now()
  const file: AnswerFile = { ...(await describeUpload(upload)), id: env.chance.id(now) }
  // Said first: a file that is there is never one that nothing is said of.
  if (verdict !== null) await env.store.scans.put(file.id, verdict, now)
  await env.store.files.put({ ...file, owner: actor.id, createdAt: now }, upload.content)
  return file
}

/** What is known of an upload before it is kept. */
export async function describeUpload({ name, content }: Upload): Promise<AnswerFile> {
  const sniffed = await fileTypeFromBuffer(content)
  return {
    id: 'upload',
    name: cleanName(name),
    bytes: content.byteLength,
    mediaType: sniffed?.mime ?? UNKNOWN,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}

/** The last part of a path, without characters that mean something to a file system, a header or a reader's eye. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last.toWellFormed().normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}"<>|:*?]/gu, '').trim()
  return /^\.*$/.test(clean) ? 'file' : [...clean].slice(-NAME_LENGTH).join('')
}
