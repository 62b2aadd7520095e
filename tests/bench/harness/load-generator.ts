import { Pool } from 'undici'

import { type Asking, filledIn, type Load, type Loaded, wrongWith } from './asking.ts'

/** The process that asks: gets loads from the bench, one after the other, and tells how long each answer took, or what was wrong with one. */
process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send?.({ loaded }),
    (error: unknown) => process.send?.({ wrong: String(error) }),
  )
})
process.once('disconnect', () => process.exit(0))

async function run({ url, askings, requests, hands, from = 0 }: Load): Promise<Loaded> {
  const pool = new Pool(url, { connections: hands })
  const latencies: number[] = []
  let next = 0
  const hand = async (): Promise<void> => {
    for (let at = next++; at < requests; at = next++) {
      const asking = askings[(from + at) % askings.length]
      if (asking) latencies.push(await ask(pool, asking, from + at))
    }
  }
  const began = performance.now()
  try {
    await Promise.all(Array.from({ length: hands }, hand))
    return { seconds: (performance.now() - began) / 1000, latencies }
  } finally {
    await pool.close()
  }
}

/** @returns ms until the whole answer was there */
async function ask(pool: Pool, { method, path, headers, body, expect }: Asking, number: number): Promise<number> {
  const began = performance.now()
  const response = await pool.request({ method, path: filledIn(path, number), headers, ...(body === undefined ? {} : { body: filledIn(body, number) }) })
  const text = await response.body.text()
  const took = performance.now() - began
  const wrong = wrongWith(expect, { status: response.statusCode, location: String(response.headers.location ?? ''), text })
  if (wrong) throw new Error(`${method} ${filledIn(path, number)}: ${wrong}`)
  return took
}
