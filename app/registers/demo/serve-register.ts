import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { READ_PATH } from '#app/registers/http/contract.ts'

import { type Asked, problem, type Reply } from './answer-reads.ts'

const REQUEST_BYTES = 100_000

/** How a reply reaches who asked; one that misbehaves may make none, or send something else. */
export type Carry = (reply: () => Promise<Reply>, response: ServerResponse) => Promise<void>

export type ServedRegister = { url: string; port: number; close(): Promise<void> }

/** Serves a register's side of the contract, on this machine only. @param port 0: any that is free */
export async function serveRegister(answer: (asked: Asked) => Promise<Reply>, port = 0, carry: Carry = sendReply): Promise<ServedRegister> {
  const server = createServer((request, response) => {
    carry(() => replyTo(request, answer), response).catch(() => response.destroy())
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done))
  // Trusted: a server that listens on a TCP port has such an address.
  const actual = (server.address() as AddressInfo).port
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeAllConnections()
    await closed
  }
  return { url: `http://127.0.0.1:${actual}`, port: actual, close }
}

export const sendReply: Carry = async (reply, response) => {
  const { status, headers, body } = await reply()
  response.writeHead(status, headers).end(body)
}

async function replyTo(request: IncomingMessage, answer: (asked: Asked) => Promise<Reply>): Promise<Reply> {
  const body = await readBody(request)
  if (request.url !== READ_PATH) return problem(404, 'not_found', 'There is nothing here')
  if (request.method !== 'POST') return problem(405, 'method_not_allowed', 'Read by POST')
  if (!body) return problem(413, 'too_large', `A read has at most ${REQUEST_BYTES} bytes`)
  return answer({ authorization: request.headers.authorization, contentType: request.headers['content-type'], body })
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > REQUEST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
