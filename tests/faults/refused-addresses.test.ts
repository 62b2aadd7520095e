import { type AddressInfo, createServer, type Server } from 'node:net'

import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'

import { FaultRegister } from '#tests/factories/fault-register.ts'

import { never, records, request, right, traffic, wayTo } from './asked.ts'

/** Listens on every address of this machine, and counts who connects. */
let listener: Server
let port: number
let connections = 0
const open: { close(): Promise<void> }[] = []

beforeAll(async () => {
  listener = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  // Without an address: IPv4, and IPv6 where this machine has it.
  await new Promise<void>((done) => listener.listen(0, done))
  port = (listener.address() as AddressInfo).port
})
afterAll(() => new Promise((done) => listener.close(done)))
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

const to = (url: string, more: Parameters<typeof wayTo>[1] = {}) => {
  const way = wayTo(url, { addresses: [], ...more })
  open.push(way)
  return way
}
const found = (...addresses: string[]) => async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

describe('the address of a register that may be anywhere in public is not connected to when it is', () => {
  test.each([
    '127.0.0.1',
    '127.1',
    '127.255.255.254',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127。0。0。1',
    '①②⑦.0.0.1',
    '0.0.0.0',
    '0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '169.254.169.254',
    '100.100.100.200',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '255.255.255.255',
    'localhost',
  ])('%s', async (host) => {
    const before = connections
    const way = to(`http://${host}:${port}`)
    expect(await way.read(request(), never)).toEqual({ ok: false, why: 'no_answer' })
    expect(way.failures).toMatchObject([{ detail: 'an address that is not allowed' }])
    expect(connections).toBe(before)
  })
})

describe('a name', () => {
  it.each([[['127.0.0.1']], [['::1']], [['::ffff:127.0.0.1']], [['10.0.0.1', '127.0.0.1']], [['fe80::1%lo']], [['nonsense']]])('found at %j is not connected to', async (addresses) => {
    const before = connections
    const way = to(`http://register.example:${port}`, { resolve: found(...addresses) })
    expect(await way.read(request(), never)).toEqual({ ok: false, why: 'no_answer' })
    expect(way.failures).toMatchObject([{ detail: 'an address that is not allowed' }])
    expect(connections).toBe(before)
  })

  it('found at several addresses is connected to where it may be', async () => {
    const register = await new FaultRegister(traffic, records).up()
    const way = to(register.url.replace('127.0.0.1', 'register.example'), { addresses: ['127.0.0.1/32'], resolve: found('169.254.169.254', '10.0.0.1', '127.0.0.1') })
    expect(await way.read(request(), never)).toEqual(right)
    await register.down()
  })

  it('that comes to mean another address is judged again', async () => {
    const register = await new FaultRegister(traffic, records).up()
    let address = '127.0.0.1'
    const resolve = () => found(address)()
    const way = to(register.url.replace('127.0.0.1', 'register.example'), { addresses: ['127.0.0.1/32'], resolve })
    expect(await way.read(request(), never)).toEqual(right)
    address = '127.0.0.2'
    await register.down()
    await register.up()
    // The first read may still find that its connection was closed.
    for (let i = 0; i < 2; i += 1) expect(await way.read(request(), never)).toEqual({ ok: false, why: 'no_answer' })
    expect(way.failures.at(-1)).toMatchObject({ detail: 'an address that is not allowed' })
    expect(register.requests).toBe(1)
    await register.down()
  })

  it('that is not found, or found nowhere, gives no answer', async () => {
    const failing = to('http://register.example', { resolve: () => Promise.reject(new Error('no name service')) })
    const empty = to('http://register.example', { resolve: found() })
    expect(await failing.read(request(), never)).toEqual({ ok: false, why: 'no_answer' })
    expect(await empty.read(request(), never)).toEqual({ ok: false, why: 'no_answer' })
  })
})

it('is not followed to where a redirect points', async () => {
  const before = connections
  const register = await new FaultRegister(traffic, records).up()
  register.behaviour = 'redirecting'
  register.elsewhere = `http://127.0.0.1:${port}/read`
  const way = to(register.url, { addresses: ['127.0.0.0/8'] })
  expect(await way.read(request(), never)).toEqual({ ok: false, why: 'no_answer' })
  expect(connections).toBe(before)
  await register.down()
})

it('is only within the networks listed, when some are', async () => {
  const before = connections
  const way = to(`http://127.0.0.1:${port}`, { addresses: ['10.1.0.0/16', 'fd00::/8', '127.0.0.2/32'] })
  expect(await way.read(request(), never)).toEqual({ ok: false, why: 'no_answer' })
  expect(way.failures).toMatchObject([{ detail: 'an address that is not allowed' }])
  expect(connections).toBe(before)
})
