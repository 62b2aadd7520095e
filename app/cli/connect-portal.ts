import { destination, pino } from 'pino'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { printProblem } from '#app/catalogue/file-problem.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { wrongCheckpoints } from '#app/checkpoints/checkpoint-settings.ts'
import type { Checkpoints } from '#app/checkpoints/checkpoints.ts'
import { openCheckpoints } from '#app/checkpoints/open-checkpoints.ts'
import { changedVersions } from '#app/change-control/changed-versions.ts'
import type { Settings } from '#app/env.server.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { budgetsOfOneMachine, makeBudgets, usualBudgets } from '#app/limits/budgets.ts'
import type { Portal } from '#app/portal.server.ts'
import { registerSources } from '#app/registers/register-sources.ts'
import { clamav } from '#app/scanner/clamav.ts'
import { makeSignIn } from '#app/sign-in/make-sign-in.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Store } from '#db/store.ts'
import { StoreElsewhere } from '#db/store-elsewhere.ts'
import { WrongKeys } from '#db/vault/open-sealed-store.ts'

/** Everything that stops a start, as sentences for the operator. */
export class StartError extends Error {}

/** A portal with the connections it has to close, and the checkpoints that are made in the background. */
export type OpenPortal = Portal & { checkpoints: Checkpoints; closeRegisters(): Promise<void> }

/** A portal on an open store: registers, texts, the versions in force. Closes the store when something stops the start. */
export async function connectPortal(settings: Settings, store: Store, catalogue: Catalogue, now: () => number, more: Pick<Portal, 'demo' | 'sessionSecret'>): Promise<OpenPortal> {
  const log = pino({ level: settings.LOG_LEVEL }, destination({ dest: 2, sync: false }))
  const registers = registerSources(catalogue.registers, store.records, settings, (failure) => log.warn(failure, 'a register did not answer'))
  if (!registers.ok) {
    await store.close()
    throw new StartError(['The registers can not be reached as they are set, so the portal does not start:', ...registers.messages].join('\n'))
  }
  const checkpoints = await checkpointsFor(settings, store, now)
  await refuseChangedVersions(store, catalogue)
  for (const definition of Object.values(catalogue.definitions)) await store.definitions.save(definition)
  const budgets = makeBudgets(more.demo ? budgetsOfOneMachine : usualBudgets)
  const mayReadMore = async (register: string, subject: string): Promise<boolean> => (await budgets.take('subject', `${register} ${subject}`)).ok
  return {
    env: { store, catalogue, registers: registers.sources.of, mayReadMore, ...(settings.CLAMAV ? { scan: clamav(settings.CLAMAV.host, settings.CLAMAV.port) } : {}), now, chance: makeChance(), isChainStalled: checkpoints.isStalled },
    budgets,
    proxies: settings.TRUSTED_PROXIES,
    checkpoints,
    closeRegisters: registers.sources.close,
    i18n: loadLocales('locales'),
    signIn: makeSignIn(settings, now),
    registerTokens: settings.REGISTER_TOKENS,
    log,
    ...more,
  }
}

/** The catalogue with its registers as they are reached here, or the start stops with file:line:column of everything that is wrong. */
export function soundCatalogue(settings: Pick<Settings, 'REGISTER_URLS'>): Catalogue {
  const report = readCatalogue('workflows')
  if (report.catalogue) return withAddresses(report.catalogue, settings.REGISTER_URLS)
  const problems = [...report.shared, ...report.services.flatMap((service) => service.problems)]
  throw new StartError(['The definitions are not sound, so the portal does not start:', ...problems.map(printProblem)].join('\n'))
}

async function checkpointsFor(settings: Settings, store: Store, now: () => number): Promise<Checkpoints> {
  const wrong = wrongCheckpoints(settings)
  if (wrong.length === 0) return openCheckpoints(settings, store.chain, now)
  await store.close()
  throw new StartError(['Checkpoints can not be made as they are set, so the portal does not start:', ...wrong].join('\n'))
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

/** Keys that are not those of the data stop the start with their own sentence. */
export async function openWithKeys(open: () => Promise<Store>): Promise<Store> {
  try {
    return await open()
  } catch (error) {
    throw error instanceof WrongKeys || error instanceof StoreElsewhere ? new StartError(error.message) : error
  }
}
