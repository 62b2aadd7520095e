import { httpRegister, type HttpRegisterSettings, type OpenSource, type ReadFailure } from '#app/registers/http/http-register.ts'
import type { RegisterRequest } from '#app/registers/register-source.ts'
import type { Register } from '#app/kernel/definition/surroundings.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { FAULT_SECRET } from '#tests/factories/fault-register.ts'
import { buildRecord } from '#tests/factories/record.ts'

/** What the tests ask of whom. All invented. */
export const PERSON = '330106199001011234'

export const traffic: Register = {
  id: 'traffic',
  owner: 'traffic_police',
  refreshed: 'at once',
  url: null,
  addresses: [],
  entities: {
    offences: {
      name: 'offences',
      subject: 'person',
      many: true,
      fields: {
        points: { name: 'penalty_points', type: { type: 'integer', min: 0, max: 12 }, classification: 'personal' },
        place: { name: 'place', type: { type: 'text', maxLength: 100 }, classification: 'personal' },
        settled: { name: 'settled', type: { type: 'yes_no' }, classification: 'personal' },
      },
    },
  },
}

const offence = (key: string, asOf: string, place: string) => buildRecord({ register: 'traffic', entity: 'offences', subject: PERSON, key, data: { points: 3, place, settled: false }, asOf })

export const records = [offence('1', '2026-01-05', '桂花巷'), offence('2', '2026-03-01', '文澜路'), { ...offence('3', '2026-04-01', '创新大道'), standing: 'revoked' as const }]

/** What a register that is well gives: valid records, newest first, with the fields asked for. */
export const right = {
  ok: true,
  records: [
    { register: 'traffic', entity: 'offences', subject: PERSON, key: '2', data: { place: '文澜路' }, asOf: '2026-03-01', validUntil: null, standing: 'valid' },
    { register: 'traffic', entity: 'offences', subject: PERSON, key: '1', data: { place: '桂花巷' }, asOf: '2026-01-05', validUntil: null, standing: 'valid' },
  ],
}

export const request = (overrides: Partial<RegisterRequest> = {}): RegisterRequest => ({
  id: makeChance().id(Date.now()),
  register: 'traffic',
  agreement: 'licence-renewal-traffic',
  purpose: 'renewal',
  reason: '2026-ABCD-1234',
  wanted: [{ entity: 'offences', subject: PERSON, fields: ['place'] }],
  ...overrides,
})

/** A way to a register that may be on this machine, and what it reports. */
export function wayTo(url: string, more: Partial<HttpRegisterSettings> = {}): OpenSource & { failures: ReadFailure[] } {
  const failures: ReadFailure[] = []
  const source = httpRegister({ register: traffic, url, secret: FAULT_SECRET, addresses: ['127.0.0.1/32'], report: (failure) => failures.push(failure), ...more })
  return { ...source, failures }
}

export const never = new AbortController().signal
