import { request } from 'node:http'

export type Raw = { status: number; headers: NodeJS.Dict<string | string[]>; body: string }

/** A request as no browser would send it: every header and byte is as given. */
export function rawRequest(url: string, method: string, headers: Record<string, string>, body: string | Uint8Array = ''): Promise<Raw> {
  return new Promise((done, failed) => {
    const sent = request(url, { method, headers: { 'Accept-Language': 'en', ...(body.length > 0 && { 'Content-Length': String(Buffer.byteLength(body)) }), ...headers }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => void chunks.push(chunk))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }))
      answer.on('error', failed)
    })
    sent.on('error', failed)
    sent.end(body)
  })
}
