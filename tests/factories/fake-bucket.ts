import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import type { Bucket } from '#db/file-contents/s3-contents.server.ts'

export type FakeBucket = { address: Bucket; objects: Map<string, Buffer>; refused: string[]; failNext(count: number, status: number): void; empty(): void; stop(): Promise<void> }

const REGION = 'cn-east-1'
const ACCESS = 'bucket-user'
const SECRET = 'bucket-secret'

/**
 * A bucket on loopback: keeps objects and checks each signature by the published recipe (AWS Signature Version 4), with code of its own.
 * What is not signed as it should be is refused with 403 and named in `refused`.
 */
export async function startBucket(): Promise<FakeBucket> {
  const objects = new Map<string, Buffer>()
  const refused: string[] = []
  let failures = { count: 0, status: 500 }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      if (failures.count > 0) {
        failures = { ...failures, count: failures.count - 1 }
        return void response.writeHead(failures.status).end()
      }
      const wrong = wrongSignature(request, body)
      if (wrong) {
        refused.push(wrong)
        return void response.writeHead(403).end(wrong)
      }
      answer(objects, request, body, response)
    })
  })
  const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)))
  return {
    address: { endpoint: `http://127.0.0.1:${port}`, bucket: 'uploads', region: REGION, accessKeyId: ACCESS, secretAccessKey: SECRET },
    objects,
    refused,
    failNext: (count, status) => void (failures = { count, status }),
    empty: () => objects.clear(),
    stop: () => new Promise((done) => {
      server.closeAllConnections()
      server.close(() => done())
    }),
  }
}

function answer(objects: Map<string, Buffer>, { method, url = '' }: IncomingMessage, body: Buffer, response: ServerResponse): void {
  if (!url.startsWith('/uploads/')) return void response.writeHead(404).end('NoSuchBucket')
  const known = objects.get(url)
  if (method === 'PUT') objects.set(url, body)
  if (method === 'DELETE') objects.delete(url)
  if (method === 'GET') response.writeHead(known ? 200 : 404).end(known)
  else response.writeHead(method === 'DELETE' ? 204 : 200).end()
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

function wrongSignature({ method = '', url = '', headers }: IncomingMessage, body: Buffer): string | null {
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')
  if (!given) return 'not signed'
  const [, access, day = '', region = '', names = '', signature] = given
  if (access !== ACCESS || region !== REGION) return 'somebody else’s key'
  const stated = String(headers['x-amz-content-sha256'])
  if (stated !== 'UNSIGNED-PAYLOAD' && stated !== sha256(body)) return 'another body'
  const canonical = [method, url, '', ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`), '', names, stated].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n')
  const key = ['s3', 'aws4_request'].reduce((last, part) => hmac(last, part), hmac(hmac(`AWS4${SECRET}`, day), region))
  return hmac(key, toSign).toString('hex') === signature ? null : 'another signature'
}
