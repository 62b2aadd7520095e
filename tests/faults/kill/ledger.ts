import { request } from 'node:http'

/** What was acknowledged, kept outside of what is killed. */
export type Ledger = { acknowledged: Map<string, string>; /** Keys that got two different refs. */ contradicted: string[]; retries: number }

export const newLedger = (): Ledger => ({ acknowledged: new Map(), contradicted: [], retries: 0 })

const PATIENCE_MS = 10_000

/**
 * Submits under one key until it is acknowledged, to whichever server is up: as somebody does who presses again. Now and then an
 * acknowledged one is sent once more, and must get the same answer.
 * @param portOf a server that is up, or null
 */
export async function submitUntilAcknowledged(ledger: Ledger, key: string, portOf: () => number | null, again: boolean): Promise<void> {
  for (let times = again ? 2 : 1; times > 0; ) {
    const port = portOf()
    const ref = port === null ? null : await submit(port, key)
    if (ref === null) {
      ledger.retries += 1
      await new Promise((done) => setTimeout(done, 25))
    } else {
      const known = ledger.acknowledged.get(key)
      if (known !== undefined && known !== ref) ledger.contradicted.push(key)
      ledger.acknowledged.set(key, known ?? ref)
      times -= 1
    }
  }
}

/** The case's ref; null when no answer came, or none that says it is kept. */
function submit(port: number, key: string): Promise<string | null> {
  return new Promise((done) => {
    const posted = request({ port, host: '127.0.0.1', method: 'POST', path: `/${key}`, timeout: PATIENCE_MS }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => done(response.statusCode === 201 ? text : null))
      response.on('error', () => done(null))
    })
    posted.on('error', () => done(null))
    posted.on('timeout', () => posted.destroy())
    posted.end()
  })
}
