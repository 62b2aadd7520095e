import { request } from 'node:http'

/** What a submission server said to one submission. `status` is null when the connection broke. */
export type Said = { key: string; status: number | null; ref: string; retryAfter: string | null; ms: number }

/** The store is waited for five seconds; twice in a row would be ten. */
export const TOLD_MS = 9000
const PATIENCE_MS = 30_000

/** Submits once under a key, and waits for whatever comes. */
export function submit(port: number, key: string): Promise<Said> {
  const from = performance.now()
  return new Promise((done) => {
    const say = (status: number | null, ref = '', retryAfter: string | null = null): void => done({ key, status, ref, retryAfter, ms: performance.now() - from })
    const posted = request({ port, host: '127.0.0.1', method: 'POST', path: `/${key}`, timeout: PATIENCE_MS }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => say(response.statusCode ?? null, text, response.headers['retry-after'] ?? null))
      response.on('error', () => say(null))
    })
    posted.on('error', () => say(null))
    posted.on('timeout', () => posted.destroy())
    posted.end()
  })
}

/** All at once, under keys of one name. */
export const submitMany = (port: number, name: string, count: number): Promise<Said[]> => Promise.all(Array.from({ length: count }, (_, place) => submit(port, `${name}${place}`)))

/** Neither kept nor told when to come back: nobody may be answered so. */
export const wrongly = (all: readonly Said[]): readonly Said[] => all.filter(({ status, retryAfter }) => status !== 201 && !(status === 503 && Number(retryAfter) > 0))

export const acknowledged = (all: readonly Said[]): Map<string, string> => new Map(all.filter(({ status }) => status === 201).map(({ key, ref }) => [key, ref]))

export const slowest = (all: readonly Said[]): number => Math.max(...all.map(({ ms }) => ms))
