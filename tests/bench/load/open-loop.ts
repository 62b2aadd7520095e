import { Pool } from 'undici'

import { type Asking, filledIn, wrongWith } from '../harness/asking.ts'

/** Requests that come when they come, whether earlier ones were answered or not: as people do. */
export type Arrivals = { url: string; perSecond: number; seconds: number; /** The request of a number, counted from the first. */ asking(number: number): Asking }
/** `latencies` in ms from the moment a request was due; `errors`: wrong answers and none, the first few in words. */
export type Endured = { asked: number; errors: number; said: string[]; p50: number; p95: number; p99: number }

const TICK_MS = 5
const CONNECTIONS = 256
const TOLD = 3

export async function openLoop({ url, perSecond, seconds, asking }: Arrivals): Promise<Endured> {
  const pool = new Pool(url, { connections: CONNECTIONS })
  const latencies: number[] = []
  const said: string[] = []
  let errors = 0
  const ask = async (number: number, due: number): Promise<void> => {
    const wrong = await wrongAnswer(pool, asking(number), number).catch(String)
    latencies.push(performance.now() - due)
    if (wrong === null) return
    errors += 1
    if (said.length < TOLD) said.push(wrong)
  }
  const running: Promise<void>[] = []
  const began = performance.now()
  for (let number = 0; number < perSecond * seconds; ) {
    const dueBy = Math.min(perSecond * seconds, ((performance.now() - began) / 1000) * perSecond)
    for (; number < dueBy; number += 1) running.push(ask(number, began + (number / perSecond) * 1000))
    await new Promise((done) => setTimeout(done, TICK_MS))
  }
  await Promise.all(running)
  await pool.destroy()
  const sorted = latencies.toSorted((one, other) => one - other)
  const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { asked: sorted.length, errors, said, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

async function wrongAnswer(pool: Pool, { method, path, headers, body, expect }: Asking, number: number): Promise<string | null> {
  const response = await pool.request({ method, path: filledIn(path, number), headers, ...(body === undefined ? {} : { body: filledIn(body, number) }) })
  return wrongWith(expect, { status: response.statusCode, location: String(response.headers.location ?? ''), text: await response.body.text() })
}
