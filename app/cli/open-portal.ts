import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { destination, pino } from 'pino'

import { changedVersions } from '#app/change-control/changed-versions.ts'
import { printProblem } from '#app/catalogue/file-problem.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Settings } from '#app/env.server.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import type { Portal } from '#app/portal.server.ts'
import { registerSources } from '#app/registers/register-sources.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { openStore } from '#db/open-store.server.ts'
import { seed } from '#db/seed.ts'
import type { Store } from '#db/store.ts'

/** Everything that stops a start, as sentences for the operator. */
export class StartError extends Error {}

/** A portal with the connections it has to close. */
export type OpenPortal = Portal & { closeRegisters(): Promise<void> }

/** Opens the demonstration portal: catalogue, store (seeded when new), texts. @param say progress, line by line */
export async function openDemoPortal(settings: Settings, say: (line: string) => void, now: () => number = Date.now): Promise<OpenPortal> {
  const catalogue = withAddresses(soundCatalogue(), settings.REGISTER_URLS)
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  const store = await openSeeded(settings.DATABASE_URL, catalogue, now(), say)
  const log = pino({ level: settings.LOG_LEVEL }, destination({ dest: 2, sync: false }))
  const registers = registerSources(catalogue.registers, store.records, settings, (failure) => log.warn(failure, 'a register did not answer'))
  if (!registers.ok) {
    await store.close()
    throw new StartError(['The registers can not be reached as they are set, so the portal does not start:', ...registers.messages].join('\n'))
  }
  await refuseChangedVersions(store, catalogue)
  for (const definition of Object.values(catalogue.definitions)) await store.definitions.save(definition)
  return {
    env: { store, catalogue, registers: registers.sources.of, now, chance: makeChance() },
    closeRegisters: registers.sources.close,
    i18n: loadLocales('locales'),
    demo: true,
    sessionSecret: keptSecret(join(settings.DATA_DIR, 'session-secret')),
    registerTokens: settings.REGISTER_TOKENS,
    log,
  }
}

/** The catalogue, or the start stops with file:line:column of everything that is wrong. */
function soundCatalogue(): Catalogue {
  const report = readCatalogue('workflows')
  if (report.catalogue) return report.catalogue
  const problems = [...report.shared, ...report.services.flatMap((service) => service.problems)]
  throw new StartError(['The definitions are not sound, so the portal does not start:', ...problems.map(printProblem)].join('\n'))
}

/** Registers as they are reached here: an address of the environment goes before that of the file. */
function withAddresses(catalogue: Catalogue, urls: Readonly<Record<string, string>>): Catalogue {
  const registers = Object.entries(catalogue.registers).map(([id, register]) => [id, { ...register, url: Object.hasOwn(urls, id) ? (urls[id] ?? null) : register.url }] as const)
  return { ...catalogue, registers: Object.fromEntries(registers) }
}

/** A version is a promise to those who applied by it: it is never changed under them. */
async function refuseChangedVersions(store: Store, catalogue: Catalogue): Promise<void> {
  const changed = changedVersions(await store.definitions.inUse(), catalogue.versions)
  if (changed.length === 0) return
  await store.close()
  throw new StartError(['A version that cases go by can not be changed, so the portal does not start:', ...changed].join('\n'))
}

/** A new store is seeded apart and moved into place whole, so that a broken-off start leaves no half a city. */
async function openSeeded(databaseUrl: string, catalogue: Catalogue, now: number, say: (line: string) => void): Promise<Store> {
  const path = databaseUrl.startsWith('file:') && !databaseUrl.startsWith('file://') ? databaseUrl.slice('file:'.length) : null
  if (path === null) {
    const store = await openStore({ databaseUrl })
    await seedWithProgress(store, catalogue, now, say)
    return store
  }
  if (!existsSync(path)) {
    const unfinished = `${path}.seeding`
    for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
    const store = await openStore({ databaseUrl: `file:${unfinished}` })
    await seedWithProgress(store, catalogue, now, say)
    await store.close()
    renameSync(unfinished, path)
  }
  return openStore({ databaseUrl })
}

async function seedWithProgress(store: Store, catalogue: Catalogue, now: number, say: (line: string) => void): Promise<void> {
  say('Seeding the demonstration city of Qinghe: months of cases, lived through step by step …')
  const cases = await seed(store, catalogue, now, (done, total) => {
    if (done % 100 === 0) say(`  ${done} of about ${total} applications`)
  })
  say(`  ${cases} cases, done.`)
}

/** A secret of this data folder, made at the first start, so that sessions outlive a restart. */
function keptSecret(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8')
}
