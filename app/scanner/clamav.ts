import { connect, type Socket } from 'node:net'

import type { Scanner } from './scanner.ts'

const CHUNK_BYTES = 64 * 1024
const MOST_REPLY = 4096

/**
 * ClamAV's daemon over TCP: INSTREAM sends chunks, each behind its length in four bytes, and an empty one at the end
 * (clamd(8)). Whatever goes wrong on the way is no answer, never "clean".
 * @param waitMs how long it may take in all
 */
export function clamav(host: string, port: number, waitMs = 30_000): Scanner {
  return (content) =>
    new Promise((done) => {
      const socket = connect(port, host)
      const stop = setTimeout(() => socket.destroy(), waitMs)
      let reply = ''
      socket.on('connect', () => send(socket, content))
      socket.on('data', (chunk: Buffer) => {
        reply += chunk.toString('latin1')
        if (reply.length > MOST_REPLY) socket.destroy()
      })
      socket.on('error', () => undefined)
      socket.on('close', () => {
        clearTimeout(stop)
        done(verdictOf(reply))
      })
    })
}

function send(socket: Socket, content: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let from = 0; from < content.byteLength; from += CHUNK_BYTES) {
    const chunk = content.subarray(from, from + CHUNK_BYTES)
    socket.write(lengthOf(chunk.byteLength))
    socket.write(chunk)
  }
  socket.write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** `stream: OK` or `stream: <name> FOUND`, ended by a zero byte: half a reply is none. */
function verdictOf(reply: string): Awaited<ReturnType<Scanner>> {
  if (reply === 'stream: OK\0') return 'clean'
  return /^stream: .+ FOUND\0$/.test(reply) ? 'infected' : 'no_answer'
}
