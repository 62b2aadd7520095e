import { isBrokenCircuitError, isBulkheadRejectedError, isTaskCancelledError } from 'cockatiel'

import type { RegisterAnswer, RegisterRequest, RegisterSource } from '#app/registers/register-source.ts'
import type { Register } from '#app/kernel/definition/surroundings.ts'
import type { RegisterRecord } from '#db/store.ts'

import { allowedAddresses } from './allowed-address.ts'
import { type Read, READ_PATH } from './contract.ts'
import { guardedPool, type Resolve } from './guarded-pool.ts'
import { mergeWanted } from './merge-wanted.ts'
import { patience } from './patience.ts'
import { postRead } from './post-read.ts'
import { NoAnswer, WrongAnswer } from './read-failure.ts'
import { answerSigned, signingKey, signRequest } from './signature.ts'
import { soundRecords } from './sound-records.ts'

export type HttpRegisterSettings = {
  register: Register
  /** Where it is, without the path of an operation. */
  url: string
  /** What the portal and this register share, at least 32 characters. */
  secret: string
  /** The networks it may be found in; none: public addresses only. */
  addresses: readonly string[]
  resolve?: Resolve | undefined
  /** Told of each read that brought nothing, for the operator. Nothing personal is in it. */
  report?: ((failure: ReadFailure) => void) | undefined
}

export type ReadFailure = { register: string; request: string; why: 'no_answer' | 'wrong_answer'; detail: string }

/** A source that holds connections. */
export type OpenSource = RegisterSource & { close(): Promise<void> }

/**
 * The way to a register over HTTP, by public/contracts/register.openapi.yaml. Whatever the register does, a read ends within
 * a second and says so; an answer that is not signed, not as declared or not as asked is `wrong_answer`, and nothing of it
 * is used. Keep one source a register: it remembers how the register has fared.
 */
export function httpRegister(settings: HttpRegisterSettings): OpenSource {
  const { origin, pathname } = new URL(settings.url)
  const line = guardedPool(origin, allowedAddresses(settings.addresses), { resolve: settings.resolve })
  const path = `${pathname.replace(/\/$/, '')}${READ_PATH}`
  const key = signingKey(settings.secret)
  const patiently = patience()

  const readOnce = async (request: RegisterRequest, body: Uint8Array, order: number, signal: AbortSignal): Promise<RegisterRecord[]> => {
    // A register takes no id twice, and it may have got the first try, so each has its own.
    const id = `${request.id}.${order}`
    const answer = await postRead(line, path, { body, signature: await signRequest(key, settings.register.id, id, body) }, signal)
    if (!(await answerSigned(key, settings.register.id, id, answer.signature, answer.body))) throw new WrongAnswer('another signature')
    return soundRecords(settings.register, request.wanted, parse(answer.body))
  }

  return {
    async read(request, signal): Promise<RegisterAnswer> {
      const body = bodyOf(request)
      try {
        if (signal.aborted) throw new NoAnswer('nobody waits', false)
        return { ok: true, records: await patiently((order, ended) => readOnce(request, body, order, ended), signal) }
      } catch (error) {
        const failure = { register: settings.register.id, request: request.id, ...failureOf(error) }
        settings.report?.(failure)
        return { ok: false, why: failure.why }
      }
    },
    close: () => line.close(),
  }
}

const bodyOf = ({ id, agreement, purpose, reason, wanted }: RegisterRequest): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ request: id, agreement, purpose, reason, wanted: mergeWanted(wanted) } satisfies Read))

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new WrongAnswer('not JSON')
  }
}

/** What a register can do to a read; anything else is a fault of ours, and is thrown on. */
function failureOf(error: unknown): Pick<ReadFailure, 'why' | 'detail'> {
  if (error instanceof WrongAnswer) return { why: 'wrong_answer', detail: error.message }
  if (error instanceof NoAnswer) return { why: 'no_answer', detail: error.message }
  if (isBrokenCircuitError(error)) return { why: 'no_answer', detail: 'given up for a while' }
  if (isBulkheadRejectedError(error)) return { why: 'no_answer', detail: 'too many reads at once' }
  if (isTaskCancelledError(error)) return { why: 'no_answer', detail: 'not in time' }
  throw error
}
