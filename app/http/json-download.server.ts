import { Readable } from 'node:stream'

import { createReadableStreamFromReadable } from '@remix-run/node'

/**
 * A JSON document to keep, sent piece by piece as it is made.
 * @param name of the file: ASCII, no quotes
 */
export function jsonDownload(name: string, pieces: AsyncIterable<string>): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' },
  })
}
