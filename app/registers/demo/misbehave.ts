import { setTimeout as pause } from 'node:timers/promises'

import { problem, type RegisterSide } from './answer-reads.ts'
import { type Carry, sendReply } from './serve-register.ts'

/** What a trial register can be told to do wrong. */
export type Misbehaviour = { stall?: boolean | undefined; slow?: number | undefined; lie?: boolean | undefined; down?: boolean | undefined }

/** Never answers; answers late; answers that it is down; else as it should. */
export function carryWith({ stall, slow, down }: Misbehaviour): Carry {
  if (stall) return () => new Promise(() => {})
  if (down) return (_reply, response) => sendReply(async () => problem(503, 'down', 'Closed for today'), response)
  if (slow === undefined) return sendReply
  return async (reply, response) => {
    const late = await reply()
    await pause(slow)
    await sendReply(async () => late, response)
  }
}

/** Tells of somebody else than was asked about, rightly signed. */
export const twistWith = ({ lie }: Misbehaviour): RegisterSide['twist'] =>
  lie ? (records) => records.map((record) => ({ ...record, subject: '330100190001010000' })) : undefined
