import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

import { parse, stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type AgreementFile, agreementOf, factsOf, services } from './files.ts'

type Row = { service: string; facts: number; fromRecords: number; share: number }

/** The services of which the most was asked of people before. */
const SEVEN = ['newborn', 'company-start-up', 'restaurant-opening', 'disabled-parking-badge', 'driving-licence-renewal', 'retirement', 'low-income-benefit']

/** The command itself, in a folder that has `workflows/`. */
async function savings(folder: string): Promise<Record<string, Row>> {
  const { stdout } = await promisify(execFile)(process.execPath, [resolve('app/cli/services.ts'), 'savings', '--json'], { cwd: folder })
  return Object.fromEntries((JSON.parse(stdout) as Row[]).map((row) => [row.service, row]))
}

let now: Record<string, Row>
beforeAll(async () => void (now = await savings('.')), 60_000)

describe('what the applicant need not say', () => {
  test.each(SEVEN)('%s: four of five facts come from records', (service) => expect(now[service]?.share).toBeGreaterThanOrEqual(0.8))

  test('newborn: nine of ten', () => expect(now.newborn?.share).toBeGreaterThanOrEqual(0.9))

  test('all figures are those of a naive count of the files', () => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const counted = Object.values(services).map((service) => {
      const held = service.reads.filter(({ register, entity, field }) => {
        const agreement = agreementOf(service.id, register)
        return agreement !== undefined && today <= agreement.until && (agreement.fields[entity] ?? []).includes(field)
      })
      const { facts } = factsOf(service)
      return { service: service.id, facts, fromRecords: held.length, share: held.length / facts }
    })
    expect(Object.values(now).map(({ service, facts, fromRecords, share }) => ({ service, facts, fromRecords, share }))).toEqual(counted)
    console.log(SEVEN.map((service) => `${service} ${Math.round((now[service]?.share ?? 0) * 100)} %`).join(', '))
  })
})

describe('without an agreement', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'savings-'))
  const file = join(folder, 'workflows', 'agreements', 'traffic.yaml')
  afterAll(() => rmSync(folder, { recursive: true }))

  const changed = async (change: (agreement: AgreementFile) => void): Promise<Row | undefined> => {
    cpSync('workflows', join(folder, 'workflows'), { recursive: true })
    const held = parse(readFileSync(file, 'utf8')) as { agreements: AgreementFile[] }
    held.agreements.filter(({ service }) => service === 'driving-licence-renewal').forEach(change)
    writeFileSync(file, stringify(held))
    return (await savings(folder))['driving-licence-renewal']
  }

  test('one field less in it is one fact more to say', async () => {
    const row = await changed(({ fields }) => void (fields.offences = fields.offences?.filter((field) => field !== 'points') ?? []))
    expect(row).toMatchObject({ facts: now['driving-licence-renewal']?.facts, fromRecords: (now['driving-licence-renewal']?.fromRecords ?? 0) - 1 })
  })

  test('all its fields have to be said once it has run out', async () => {
    const row = await changed((agreement) => void (agreement.until = '2020-12-31'))
    const lost = services['driving-licence-renewal']?.reads.filter(({ register }) => register === 'traffic').length ?? 0
    expect(row?.fromRecords).toBe((now['driving-licence-renewal']?.fromRecords ?? 0) - lost)
  })
})
