/** The body as JSON; `too_large` past so many bytes, which are then not read; `not_json` for anything else that is wrong. */
export async function readJson(request: Request, maxBytes: number): Promise<{ value: unknown } | 'too_large' | 'not_json'> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) return 'too_large'
  const reader = request.body?.getReader()
  if (!reader) return 'not_json'
  const chunks: Uint8Array[] = []
  let bytes = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength
    if (bytes > maxBytes) return 'too_large'
    chunks.push(read.value)
  }
  return parse(Buffer.concat(chunks))
}

function parse(bytes: Uint8Array): { value: unknown } | 'not_json' {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown }
  } catch {
    return 'not_json'
  }
}
