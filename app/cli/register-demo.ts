import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { readSettings } from '#app/env.server.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { isDate } from '#app/kernel/case/check-answer.ts'
import { answerReads } from '#app/registers/demo/answer-reads.ts'
import { carryWith, twistWith } from '#app/registers/demo/misbehave.ts'
import { serveRegister } from '#app/registers/demo/serve-register.ts'
import type { Read } from '#app/registers/http/contract.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { SEED } from '#db/seed.ts'
import type { RegisterRecord } from '#db/store.ts'

const PORT = '4001'

const usage = `usage: npm run register-demo -- REGISTER [--port N] [--on YYYY-MM-DD] [--stall | --slow MS | --down] [--lie]

  A register of the demonstration city as a server of its own, on this machine only.
  --port N     where it listens; without it ${PORT}
  --on DATE    the day on which the portal's city was made; without it today
  --stall      takes requests and never answers       --down   answers that it is closed
  --slow MS    answers late                           --lie    tells of somebody else than was asked about

  A secret in REGISTER_SECRETS is used again; without one, a new one is made.`

const options = { port: { type: 'string', default: PORT }, on: { type: 'string' }, stall: { type: 'boolean' }, slow: { type: 'string' }, lie: { type: 'boolean' }, down: { type: 'boolean' } } as const

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  await start(positionals, values)
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 1
}

type Values = { port: string; on?: string; stall?: boolean; slow?: string; lie?: boolean; down?: boolean }

async function start([id, ...rest]: string[], values: Values): Promise<void> {
  const port = wholeNumber('--port', values.port)
  const misbehaviour = { ...values, slow: values.slow === undefined ? undefined : wholeNumber('--slow', values.slow) }
  const { catalogue } = readCatalogue('workflows')
  if (!catalogue) throw new Error('The definitions are not sound: see npm run services -- check.')
  const register = id !== undefined && Object.hasOwn(catalogue.registers, id) ? catalogue.registers[id] : undefined
  if (!register || rest.length > 0) throw new Error(`Name one register: ${Object.keys(catalogue.registers).join(', ')}.`)
  const secret = secretOf(register.id)
  const answer = answerReads({ register, secret, records: recordsOf(catalogue, register.id, values.on), log: printRead, twist: twistWith(misbehaviour) })
  const { url, close } = await serveRegister(answer, port, carryWith(misbehaviour))
  console.log(`The register ${register.id} is at ${url}. Start the portal with it by\n`)
  console.log(`  REGISTER_URLS='${JSON.stringify({ [register.id]: url })}' REGISTER_SECRETS='${JSON.stringify({ [register.id]: secret })}' npm start\n`)
  console.log('Reads, as they come (stop with Ctrl+C):')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
}

function recordsOf(catalogue: Catalogue, register: string, on?: string): RegisterRecord[] {
  if (on !== undefined && !isDate(on)) throw new Error('--on is a date, YYYY-MM-DD.')
  const city = buildCity(new Dice(SEED), on ?? localDate(catalogue.calendar, Date.now()))
  return city.records.filter((record) => record.register === register)
}

/** The one that the portal has, so that a register that comes back is known again. */
function secretOf(register: string): string {
  const read = readSettings()
  if (!read.ok) throw new Error(read.messages.join('\n'))
  const kept = read.settings.REGISTER_SECRETS
  return (Object.hasOwn(kept, register) ? kept[register] : undefined) ?? randomBytes(32).toString('hex')
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${option} is a whole number.`)
  return Number(text)
}

/** The register's access log: who asked under what for what, and about whom as far as a screen may show. */
function printRead({ request, agreement, purpose, reason, wanted }: Read): void {
  const about = wanted.map(({ entity, subject, fields }) => `${entity} of ${subject.slice(0, 4)}…${subject.slice(-2)} (${fields.join(', ')})`)
  console.log([new Date().toISOString(), request, agreement, purpose, reason, about.join('; ')].join('  '))
}
