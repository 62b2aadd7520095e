import { type ChildProcess, spawn } from 'node:child_process'

import { afterEach, describe, expect, it, test } from 'vitest'

import { readSettings } from '#app/env.server.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { answerReads } from '#app/registers/demo/answer-reads.ts'
import { carryWith, type Misbehaviour, twistWith } from '#app/registers/demo/misbehave.ts'
import { serveRegister } from '#app/registers/demo/serve-register.ts'
import { registerSources } from '#app/registers/register-sources.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import { FAULT_SECRET } from '#tests/factories/fault-register.ts'

import { never, records, request, right, traffic, wayTo } from './asked.ts'

const started: ChildProcess[] = []
afterEach(() => started.splice(0).forEach((child) => child.kill()))

/** Starts the command in a process of its own. @returns what it has printed so far, once it has printed `until` or ended */
function start(args: string[], until: string): Promise<{ printed: () => string; code: number | null }> {
  const child = spawn(process.execPath, ['app/cli/register-demo.ts', ...args])
  started.push(child)
  let text = ''
  return new Promise((done) => {
    const printed = () => text
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('utf8')
      if (text.includes(until)) done({ printed, code: null })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', (code) => done({ printed, code }))
  })
}

describe('npm run register-demo', { timeout: 60_000 }, () => {
  it('prints the settings with which the portal reads it, and serves the portal’s own city', async () => {
    const { printed } = await start(['traffic', '--port', '0', '--on', '2026-03-02'], 'Ctrl+C')
    const [, urls = '', secrets = ''] = /REGISTER_URLS='(.+?)' REGISTER_SECRETS='(.+?)' npm start/.exec(printed()) ?? []
    const { catalogue } = readCatalogue('workflows')
    const read = readSettings({ REGISTER_URLS: urls, REGISTER_SECRETS: secrets })
    if (!catalogue || !read.ok) throw new Error('no settings')
    const opened = registerSources(catalogue.registers, openMemoryStore().records, read.settings)
    if (!opened.ok) throw new Error(opened.messages.join('\n'))
    const held = buildCity(new Dice(20_261), '2026-03-02').records.find(({ register, entity }) => register === 'traffic' && entity === 'licence')
    const wanted = [{ entity: 'licence', subject: held?.subject ?? '', fields: ['licence_class', 'valid_until'] }]
    const { licence_class, valid_until } = held?.data ?? {}
    const asked = request({ wanted })
    expect(await opened.sources.of('traffic').read(asked, never)).toMatchObject({ ok: true, records: [{ key: '1', data: { licence_class, valid_until } }] })
    await opened.sources.close()
    await expect.poll(printed, { timeout: 10_000 }).toContain(`${asked.id}  licence-renewal-traffic  renewal  2026-ABCD-1234  licence of ${held?.subject.slice(0, 4)}…`)
    expect(printed()).not.toContain(held?.subject)
  })

  it.each([[['constructor'], 'Name one register: '], [['traffic', '--slow', 'x'], '--slow is a whole number']])('says how it is used after %j', async (args, message) => {
    const { printed, code } = await start(args, 'nothing that is printed')
    expect(code).toBe(1)
    expect(printed()).toContain(message)
    expect(printed()).toContain('usage: npm run register-demo')
  })
})

test.each<[Misbehaviour, object]>([
  [{}, right],
  [{ slow: 20 }, right],
  [{ slow: 2000 }, { ok: false, why: 'no_answer' }],
  [{ stall: true }, { ok: false, why: 'no_answer' }],
  [{ down: true }, { ok: false, why: 'no_answer' }],
  [{ lie: true }, { ok: false, why: 'wrong_answer' }],
])('told to be %j, it is', async (misbehaviour, answer) => {
  const side = answerReads({ register: traffic, records, secret: FAULT_SECRET, twist: twistWith(misbehaviour) })
  const register = await serveRegister(side, 0, carryWith(misbehaviour))
  const way = wayTo(register.url)
  expect(await way.read(request(), never)).toEqual(answer)
  await register.close()
  await way.close()
})
