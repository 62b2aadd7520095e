import { Readable } from 'node:stream'

import { createReadableStreamFromReadable } from '@remix-run/node'

/** Excel takes a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A table to keep, sent line by line as it is made, so that a long one takes no more memory than a short one.
 * @param name of the file: ASCII, no quotes
 */
export function csvResponse(name: string, lines: AsyncIterable<string>): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(marked(lines))), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' },
  })
}

async function* marked(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK
  yield* lines
}
