import { createServer } from 'node:http'

/** Takes what portals send and counts how often each message came. */
export type Receiver = { url: string; arrived: Map<string, number>; refs: Set<string>; stop(): Promise<void> }

export async function startReceiver(): Promise<Receiver> {
  const arrived = new Map<string, number>()
  const refs = new Set<string>()
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const { id, params } = JSON.parse(text) as { id: string; params: { ref: string } }
      arrived.set(id, (arrived.get(id) ?? 0) + 1)
      refs.add(params.ref)
      response.writeHead(204).end()
    })
  })
  const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)))
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${port}/`, arrived, refs, stop }
}
