import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** What stands in a file that a scanner must find; the marker of EICAR's test file, put together here so that no scanner finds this one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')

/** How the daemon behaves. */
export type Manner = 'works' | 'half a reply' | 'nonsense' | 'hangs up' | 'silent'

/** A daemon that speaks ClamAV's INSTREAM over a real socket and knows one signature. */
export async function startClamd(): Promise<{ port: number; manner: Manner; scanned: number[]; stop(): void }> {
  const sockets = new Set<Socket>()
  const daemon = { port: 0, manner: 'works' as Manner, scanned: [] as number[], stop: () => undefined as void }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let received = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const content = streamed(received)
      if (content) answer(socket, content)
    })
  })
  const answer = (socket: Socket, content: Buffer): void => {
    daemon.scanned.push(content.length)
    if (daemon.manner === 'silent') return
    if (daemon.manner === 'hangs up') return void socket.destroy()
    if (daemon.manner === 'half a reply') return void socket.end('stream: O')
    if (daemon.manner === 'nonsense') return void socket.end('stream: size limit exceeded ERROR\0')
    socket.end(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  daemon.port = (server.address() as AddressInfo).port
  daemon.stop = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return daemon
}

const COMMAND = 'zINSTREAM\0'

/** The content once its last, empty chunk has come; null before. */
function streamed(received: Buffer): Buffer | null {
  if (!received.subarray(0, COMMAND.length).equals(Buffer.from(COMMAND))) return null
  const chunks: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
