import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { appendToFile } from '#app/checkpoints/append-to-file.ts'
import { openCheckpoints } from '#app/checkpoints/open-checkpoints.ts'
import { postToUrl } from '#app/checkpoints/post-to-url.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { Checkpoint } from '#db/store.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'

import { readShipped } from '../../audit/read-shipped.ts'

import { key, running, START } from './running-chain.ts'

let folder: string
let server: Server
let posted: { body: string; key: string }[]
let status: number
let url: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-checkpoints-'))
  posted = []
  status = 201
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      posted.push({ body, key: String(request.headers['idempotency-key']) })
      response.writeHead(status, { Location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in?of=portal`
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const file = () => readFileSync(join(folder, 'checkpoints.jsonl'), 'utf8')

describe('the second place', () => {
  it('is a file that only grows, for this account alone', async () => {
    const { checkpoints, submit } = running(appendToFile(folder))
    await submit('case-1')
    await checkpoints.now()
    const first = file()
    await submit('case-2')
    await checkpoints.now()
    expect(file().startsWith(first)).toBe(true)
    expect(readShipped(file()).map(({ size }) => size)).toEqual([2, 4])
    expect(statSync(join(folder, 'checkpoints.jsonl')).mode & 0o777).toBe(0o600)
  })

  it('may hold a line that broke off, but no other strange one', async () => {
    const { checkpoints, submit } = running(appendToFile(folder))
    writeFileSync(join(folder, 'checkpoints.jsonl'), '')
    await submit('case-1')
    await checkpoints.now()
    const whole = file()
    writeFileSync(join(folder, 'checkpoints.jsonl'), whole.slice(0, 50))
    await appendToFile(folder).ship(readShippedAgain(whole))
    expect(readShipped(file()).map(({ size }) => size)).toEqual([2])
    appendFileSync(join(folder, 'checkpoints.jsonl'), `nonsense\n${whole}`)
    expect(() => readShipped(file())).toThrow('Line 3 of the shipped checkpoints is no checkpoint')
  })

  it('is an address, which says that one has arrived', async () => {
    const { store, checkpoints, submit } = running(postToUrl({ url, addresses: ['127.0.0.0/8'] }))
    await submit('case-1')
    await checkpoints.now()
    expect(posted).toEqual([{ body: expect.stringContaining('"size":2'), key: `${key.id}-2` }])
    expect(readShipped(posted[0]?.body ?? '')).toHaveLength(1)
    expect(await store.chain.unshipped(9)).toEqual([])
    await checkpoints.close()
  })

  it.each([307, 404, 500])('has not got one when it answers %i', async (answer) => {
    status = answer
    const { store, checkpoints, submit } = running(postToUrl({ url, addresses: ['127.0.0.0/8'] }))
    await submit('case-1')
    await expect(checkpoints.now()).rejects.toThrow(`${answer} from the second place`)
    expect(await store.chain.unshipped(9)).toHaveLength(1)
    expect(posted).toHaveLength(1)
    await checkpoints.close()
  })

  it('is not connected to where it must not be', async () => {
    const { checkpoints, submit } = running(postToUrl({ url: url.replace('127.0.0.1', 'second.example'), addresses: [], resolve: async () => [{ address: '127.0.0.1', family: 4 }] }))
    await submit('case-1')
    await expect(checkpoints.now()).rejects.toThrow('an address that is not allowed')
    expect(posted).toEqual([])
    await checkpoints.close()
  })

  it('can be both, and then both have to have it', async () => {
    const store = openMemoryStore()
    const settings = { CHECKPOINT_KEY: String(key.privateKey.export({ type: 'pkcs8', format: 'pem' })), CHECKPOINT_DIR: folder, CHECKPOINT_URL: url }
    const checkpoints = openCheckpoints(settings, store.chain, () => START)
    await store.commit(buildCommit())
    status = 500
    await expect(checkpoints.now()).rejects.toThrow('500')
    expect(await store.chain.unshipped(9)).toHaveLength(1)
    status = 200
    await checkpoints.now()
    expect(await store.chain.unshipped(9)).toEqual([])
    // Twice in the file is one checkpoint: the first time it had not arrived everywhere.
    expect(new Set(file().trim().split('\n')).size).toBe(1)
    await checkpoints.close()
  })
})

function readShippedAgain(text: string): Checkpoint {
  const [one] = readShipped(text)
  if (!one) throw new Error('nothing was shipped')
  return { ...one, at: Date.parse(one.at) }
}
