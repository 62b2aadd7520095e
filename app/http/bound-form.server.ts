import { readUpload } from './read-upload.server.ts'

/**
 * Lets a request's form be read within bounds only: of one in parts as many fields as a page has, and no file, however much
 * is sent (uploads are read by `readUpload` with their question's own limit). What is no form is the sender's mistake: 400.
 */
export function boundForm(request: Request): void {
  const readWhole = request.formData.bind(request)
  const isInParts = (request.headers.get('Content-Type') ?? '').toLowerCase().startsWith('multipart/form-data')
  request.formData = async () => {
    const form = isInParts ? ((await readUpload(request, 0))?.fields ?? null) : await readWhole().catch(() => null)
    if (!form) throw new Response(null, { status: 400, headers: { 'Cache-Control': 'no-store' } })
    return form
  }
}
