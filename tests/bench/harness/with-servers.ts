import type { ChildServer } from './child-server.ts'

/** Runs something with servers, and stops every one it started whatever comes of it. @param use is given a way to name what it started */
export async function withServers<Result>(use: (started: <One extends Pick<ChildServer, 'stop'>>(server: One) => One) => Promise<Result>): Promise<Result> {
  const servers: Pick<ChildServer, 'stop'>[] = []
  try {
    return await use((server) => {
      servers.push(server)
      return server
    })
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}
