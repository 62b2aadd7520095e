import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

import { Busboy } from '@fastify/busboy'

export type Upload = { fields: FormData; file: { name: string; content: Uint8Array } | null; tooLarge: boolean }

/** A field beside the file: names and ids, nothing long. */
const FIELD_BYTES = 100_000
const FIELDS = 50

/**
 * Reads a multipart form with at most one file, never keeping more than `maxBytes` of it in memory. A larger file is
 * read to its end and dropped, so that the browser can hear the answer. Null: this is no multipart form.
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload | null> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.toLowerCase().startsWith('multipart/form-data') || !request.body) return null
  const upload: Upload = { fields: new FormData(), file: null, tooLarge: false }
  const parser = makeParser(type, maxBytes)
  if (!parser) return null
  parser.on('field', (name, value) => upload.fields.append(name, value))
  parser.on('file', (_name, stream, fileName) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => void (upload.tooLarge || chunks.push(chunk)))
    stream.on('limit', () => {
      upload.tooLarge = true
      chunks.length = 0
    })
    // A part that breaks off says so here and nowhere else; unheard, it would end the process.
    stream.on('error', (error) => parser.destroy(error))
    stream.on('end', () => {
      const content = Buffer.concat(chunks)
      if (fileName && !upload.tooLarge) upload.file = { name: fileName, content: new Uint8Array(content) }
    })
  })
  const done = new Promise<void>((resolve, reject) => {
    parser.on('finish', resolve)
    parser.on('error', reject)
  })
  // Node's own stream type and the platform's are the same thing under two names.
  Readable.fromWeb(request.body as ReadableStream).on('error', (error) => parser.destroy(error)).pipe(parser)
  try {
    await done
    return upload
  } catch {
    return null
  }
}

/** Null when the header names no boundary. */
function makeParser(type: string, maxBytes: number): InstanceType<typeof Busboy> | null {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: { fileSize: maxBytes, files: 1, fields: FIELDS, fieldSize: FIELD_BYTES, parts: FIELDS + 1 } })
  } catch {
    return null
  }
}
