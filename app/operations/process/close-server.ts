import type { Server } from 'node:http'

/**
 * Takes no more connections and waits for requests under way, each of which is answered.
 * @param patienceMs after which those that are left are broken off
 * @returns how many connections were broken off
 */
export async function closeServer(server: Server, patienceMs: number): Promise<number> {
  let broken = 0
  const force = setTimeout(() => {
    server.getConnections((_error, count) => {
      broken = count
      server.closeAllConnections()
    })
  }, patienceMs)
  await new Promise<void>((done) => server.close(() => done()))
  clearTimeout(force)
  return broken
}
