import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { demoDataKeys } from '#app/vault-settings.ts'
import { openStore } from '#db/open-store.server.ts'
import { Client } from '#tests/abuse/client.ts'

import { verifyFile } from '../../audit/verify.ts'

const BODY = 'field=value'

let folder: string
let child: ChildProcess
let logged = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'onetrip-shutdown-'))))
afterEach(() => {
  child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function start(more: Record<string, string> = {}): Promise<string> {
  logged = ''
  child = spawn(process.execPath, ['tests/operations/portal-process.ts'], { env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'info', DATABASE_URL: '', ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr!.on('data', (text: Buffer) => void (logged += text.toString()))
  const died = once(child, 'exit').then(() => {
    throw new Error(`the portal did not start: ${logged}`)
  })
  died.catch(() => {})
  const [said] = (await Promise.race([once(child.stdout!, 'data'), died])) as [Buffer]
  return said.toString().trim()
}
async function exit(): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}
async function toldToEnd(): Promise<void> {
  while (!logged.includes('told to end')) await once(child.stderr!, 'data')
}
const isRefused = (url: string): Promise<boolean> =>
  new Promise((done) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => {
      socket.destroy()
      done(false)
    })
    socket.once('error', () => done(true))
  })
/** A form of which the server has the head and no byte of the body. */
async function halfSent(url: string, cookie: string): Promise<ClientRequest> {
  const headers = { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(BODY.length), 'Sec-Fetch-Site': 'same-origin', Expect: '100-continue' }
  const form = request(`${url}/services/disabled-parking-badge`, { method: 'POST', headers, agent: new Agent({ keepAlive: true }) })
  form.flushHeaders()
  await once(form, 'continue')
  return form
}
async function sessionOf(url: string): Promise<string> {
  const answer = await new Client(url).post('/sign-in', { person: 'citizen-0003' })
  return answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
}

describe('a portal that is told to end', { timeout: 120_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s answers what is under way, keeps it, refuses what is new, and exits with 0', async (signal) => {
    const url = await start()
    const form = await halfSent(url, await sessionOf(url))
    child.kill(signal)
    await toldToEnd()
    while (!(await isRefused(url)));
    const answered = once(form, 'response') as Promise<[IncomingMessage]>
    form.end(BODY)
    const [answer] = await answered
    answer.resume()
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/apply\//)])
    expect(await exit()).toBe(0)
    expect(logged).toContain('"msg":"ended"')
    expect(logged).not.toContain('"level":50')
    const store = await openStore({ databaseUrl: `file:${join(folder, 'onetrip.db')}`, dataKeys: demoDataKeys({ DATA_DIR: folder } as never) })
    expect(await store.drafts.load(answer.headers.location?.split('/')[2] ?? '')).toMatchObject({ person: 'citizen-0003' })
    await store.close()
  })

  it('ships a last checkpoint, and leaves no log beside the database', async () => {
    const url = await start()
    // What is read of registers is chained.
    await (await Client.signedIn(url, 'citizen-0003')).begin('disabled-parking-badge')
    child.kill('SIGTERM')
    expect(await exit()).toBe(0)
    expect(existsSync(join(folder, 'onetrip.db-wal'))).toBe(false)
    const { size } = JSON.parse(readFileSync(join(folder, 'checkpoints.jsonl'), 'utf8').trimEnd().split('\n').at(-1) ?? '') as { size: number }
    const { accesses, broken } = verifyFile(join(folder, 'onetrip.db'), { shipped: [], keys: null })
    expect([broken, accesses > 0, size]).toEqual([null, true, accesses])
  })

  it('is not ready at once, and goes on serving for as long as its proxy needs to notice', async () => {
    const url = await start({ DRAIN_MS: '60000' })
    child.kill('SIGTERM')
    await toldToEnd()
    const client = new Client(url)
    expect([(await client.get('/readyz')).status, (await client.get('/healthz')).status, (await client.get('/verify')).status]).toEqual([503, 200, 200])
  })
})

describe('told a second time', { timeout: 120_000 }, () => {
  it('it exits at once, and loses nothing it acknowledged', async () => {
    const url = await start({ DRAIN_MS: '60000' })
    const client = await Client.signedIn(url, 'citizen-0003')
    const begun = await client.begin('disabled-parking-badge')
    child.kill('SIGTERM')
    await toldToEnd()
    const ended = exit()
    // A second Ctrl+C of npm's, within a second of the first, is not one.
    const again = setInterval(() => child.kill('SIGTERM'), 100)
    expect(await ended).toBe(1)
    clearInterval(again)
    const store = await openStore({ databaseUrl: `file:${join(folder, 'onetrip.db')}`, dataKeys: demoDataKeys({ DATA_DIR: folder } as never) })
    expect(await store.drafts.load(begun.split('/')[2] ?? '')).not.toBeNull()
    await store.close()
  })
})
