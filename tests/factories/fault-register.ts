import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

import { decodeJwt } from 'jose'

import { answerReads, type Asked, type Reply } from '#app/registers/demo/answer-reads.ts'
import { type Carry, sendReply, type ServedRegister, serveRegister } from '#app/registers/demo/serve-register.ts'
import { type Read, SIGNATURE_HEADER } from '#app/registers/http/contract.ts'
import { signAnswer, signingKey } from '#app/registers/http/signature.ts'
import type { Register } from '#app/kernel/definition/surroundings.ts'
import type { RegisterRecord } from '#db/store.ts'

/** Rightly signed, but not what was asked or not as declared. */
type Lie = 'other_person' | 'wrong_type' | 'extra_field' | 'extra_subject' | 'twice' | 'no_such_day' | 'control_characters' | 'too_long' | 'no_records' | 'more_than_records'
/** Not the register's answer to this request. */
type Forgery = 'wrong_signature' | 'unsigned' | 'altered' | 'replayed'
type Fault = 'stalled' | 'trickling' | 'huge' | 'huge_in_parts' | 'not_json' | 'garbage' | 'error' | 'refusing' | 'redirecting' | 'reset' | 'cut_off'
export type Behaviour = 'well' | { slow: number } | Lie | Forgery | Fault

export const FAULT_SECRET = 'a secret of the register for tests'

/** A register on a real socket that can be made to misbehave while it runs, and to come back. */
export class FaultRegister {
  behaviour: Behaviour = 'well'
  /** Where `redirecting` points. */
  elsewhere = ''
  /** Requests that came in, answered or not. */
  requests = 0
  /** Reads that were taken, as the register's own log has them. */
  readonly reads: Read[] = []
  /** What came in last, as it came. */
  lastAsked: Asked | null = null
  readonly connections = new Set<Socket>()
  readonly register: Register
  private served: ServedRegister | null = null
  private port = 0
  private firstReply: Reply | null = null
  private readonly answer: (asked: Asked) => Promise<Reply>

  constructor(register: Register, records: readonly RegisterRecord[], secret = FAULT_SECRET) {
    this.register = register
    const log = (read: Read): void => void this.reads.push(read)
    this.answer = answerReads({ register, records, secret, log, twist: (found) => lied(this.behaviour, found) })
  }

  /** Listens, on the same port as before. */
  async up(): Promise<this> {
    const answer = (asked: Asked): Promise<Reply> => this.answer((this.lastAsked = asked))
    this.served = await serveRegister(answer, this.port, this.carry)
    this.port = this.served.port
    return this
  }

  /** Does not listen any more, and drops who is connected. */
  async down(): Promise<void> {
    await this.served?.close()
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  private readonly carry: Carry = async (reply, response) => {
    this.requests += 1
    if (response.socket) this.connections.add(response.socket)
    const { behaviour } = this
    const broken = typeof behaviour === 'string' && Object.hasOwn(faults, behaviour) ? faults[behaviour as Fault] : undefined
    if (broken) return broken(response, this.elsewhere)
    const right = await reply()
    this.firstReply ??= right
    if (typeof behaviour === 'object') await pause(behaviour.slow)
    await sendReply(() => forged(behaviour, right, this.firstReply ?? right), response)
  }
}

type Found = { subject: string; data: object; asOf: string }

function lied(behaviour: Behaviour, records: object[]): unknown {
  // Trusted: made by answerReads.
  const found = records as Found[]
  const [first] = found
  if (!first) return found
  const all = (change: (record: Found) => object): object[] => found.map((record) => ({ ...record, ...change(record) }))
  switch (behaviour) {
    case 'other_person':
      return all(() => ({ subject: '330100190001010000' }))
    case 'extra_subject':
      return [...found, { ...first, subject: '330100190001010000' }]
    case 'wrong_type':
      return all(({ data }) => ({ data: Object.fromEntries(Object.keys(data).map((name) => [name, { toString: 'x' }])) }))
    case 'extra_field':
      return all(({ data }) => ({ data: { ...data, owner: 'somebody' } }))
    case 'control_characters':
      return all(({ data }) => ({ data: Object.fromEntries(Object.keys(data).map((name) => [name, '\u202e\u0007'])) }))
    case 'too_long':
      return all(({ data }) => ({ data: Object.fromEntries(Object.keys(data).map((name) => [name, 'x'.repeat(5001)])) }))
    case 'no_such_day':
      return all(() => ({ asOf: '2026-02-30' }))
    case 'twice':
      return [...found, first]
    case 'no_records':
      return null
    case 'more_than_records':
      return all(() => ({ owner: 'somebody' }))
    default:
      return found
  }
}

async function forged(behaviour: Behaviour, right: Reply, first: Reply): Promise<Reply> {
  const { [SIGNATURE_HEADER]: signature = '', ...headers } = right.headers
  switch (behaviour) {
    case 'replayed':
      return first
    case 'unsigned':
      return { ...right, headers }
    case 'altered':
      return { ...right, body: `${right.body} ` }
    case 'wrong_signature': {
      const { iss = '', re } = decodeJwt(signature)
      const forgery = await signAnswer(signingKey('another secret, as long as the right one'), iss, String(re), Buffer.from(right.body))
      return { ...right, headers: { ...headers, [SIGNATURE_HEADER]: forgery } }
    }
    default:
      return right
  }
}

const json = (response: ServerResponse): ServerResponse => response.writeHead(200, { 'Content-Type': 'application/json', [SIGNATURE_HEADER]: 'e30.e30.e30' })

/** Some answer nothing that could be read, some never end; none looks at the request. */
const faults: Partial<Record<Fault, (response: ServerResponse, elsewhere: string) => Promise<void>>> = {
  stalled: () => new Promise(() => {}),
  trickling: async (response) => {
    json(response)
    while (!response.destroyed) {
      response.write(' ')
      await pause(20)
    }
  },
  huge: async (response) => void json(response).end(Buffer.alloc(1_000_001, ' ')),
  huge_in_parts: async (response) => {
    json(response)
    for (let i = 0; i < 2000 && !response.destroyed; i += 1) if (!response.write(Buffer.alloc(100_000, ' '))) await pause(1)
    response.end()
  },
  not_json: async (response) => void response.writeHead(200, { 'Content-Type': 'text/html', [SIGNATURE_HEADER]: 'e30.e30.e30' }).end('<h1>Welcome</h1>'),
  garbage: async (response) => void response.socket?.end('SSH-2.0-OpenSSH_9.9\r\n'),
  error: async (response) => void response.writeHead(500).end('stack trace'),
  refusing: async (response) => void response.writeHead(403).end(),
  redirecting: async (response, elsewhere) => void response.writeHead(307, { Location: elsewhere }).end(),
  reset: async (response) => void response.socket?.resetAndDestroy(),
  cut_off: async (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000, [SIGNATURE_HEADER]: 'e30.e30.e30' }).write('{"records":')
    await pause(5)
    response.socket?.destroy()
  },
}
