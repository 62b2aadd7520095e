import type { NextFunction, Request, Response } from 'express'

/** A form has questions, not files: what no page of ours ever sends (ASVS 5.0, V4.1). Uploads have limits of their own, read as they come. */
const FORM_BYTES = 256 * 1024
/** An upload is read to its end up to here, so that a file that is too large is answered on the page, with everything else kept; none is kept in memory beyond what its question takes. */
const UPLOAD_BYTES = 64 * 1024 * 1024

/** Refuses a body that says it is too large, and breaks off one that becomes so without saying. */
export function bodyLimit(request: Request, response: Response, next: NextFunction): void {
  const most = (request.get('Content-Type') ?? '').toLowerCase().startsWith('multipart/form-data') ? UPLOAD_BYTES : FORM_BYTES
  if (Number(request.get('Content-Length') ?? 0) > most) return tooLarge(response)
  let bytes = request.readableLength
  const push = request.push.bind(request)
  // Counted on its way in: a listener for data would set it flowing before anybody reads it.
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding): boolean => {
    bytes += chunk?.length ?? 0
    if (bytes <= most) return push(chunk, encoding)
    request.destroy()
    return false
  }
  next()
}

function tooLarge(response: Response): void {
  response.status(413).set({ Connection: 'close', 'Cache-Control': 'no-store' }).type('text/plain').send('Too large')
}
