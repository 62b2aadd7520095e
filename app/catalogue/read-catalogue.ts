import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { buildCalendar, type Calendar } from '#app/kernel/clock/calendar.ts'
import { calendarSpecSchema } from '#app/kernel/clock/calendar-spec.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { serviceKey, type Surroundings } from '#app/kernel/definition/surroundings.ts'
import type { Proof } from '#app/kernel/proof/prove.ts'
import type { Worst } from '#app/kernel/proof/worst-case.ts'
import type { Agreement } from '#app/kernel/records/agreement.ts'
import type { Delay } from '#app/kernel/records/delay.ts'
import type { RetentionSchedule } from '#app/kernel/records/retention.ts'

import { byName } from './by-name.ts'
import { agreementKey, type Catalogue, type City } from './catalogue.ts'
import { checkTexts } from './check-texts.ts'
import { checkTheme } from './check-theme.ts'
import { type FileProblem, inFile } from './file-problem.ts'
import { readDelays } from './read-delays.ts'
import { readRetention } from './read-retention.ts'
import { type ReadService, ServiceReader } from './read-services.ts'
import { readAgreements } from './read-agreements.ts'
import { FolderReader, readSurroundings } from './read-surroundings.ts'
import { citySchema } from './surroundings-schemas.ts'
import type { YamlFile } from './yaml-file.ts'

/** What reading one service came to, with the versions it has in `history/`. */
export type ServiceReport = { service: string; definition: Definition | null; proof: Proof | null; worst: Worst | null; problems: readonly FileProblem[] }

export type CatalogueReport = {
  /** Null when anything at all is wrong: nothing half-checked goes live. */
  catalogue: Catalogue | null
  services: readonly ServiceReport[]
  /** Problems of the files that all services share. */
  shared: readonly FileProblem[]
}

/**
 * Reads a tree shaped like `workflows/`, and the texts in the `locales/` folder beside it if there is one.
 * @param label how messages call the root, such as `workflows`
 */
export function readCatalogue(root: string, label = 'workflows'): CatalogueReport {
  const folder = new FolderReader(root, label)
  const city = folder.read('city.yaml', citySchema)?.value ?? null
  const surroundings = readSurroundings(folder)
  const calendar = city ? readCalendar(folder, city.calendar) : null
  // Nothing can be proved without working days.
  if (!city || !calendar) return { catalogue: null, services: [], shared: [...folder.problems] }
  const read = new ServiceReader(folder, surroundings, calendar).all()
  const ids = [...new Set(read.map(({ id }) => id))]
  const definitions = read.flatMap(({ definition }) => definition ?? [])
  const exchange = { agreements: readAgreements(folder, { surroundings, services: ids, versionsOf: (service) => readable(read, service) }), delays: readDelays(folder, ids, definitions), retention: readRetention(folder, ids) }
  const shared = [...folder.problems]
  const locales = join(root, '..', 'locales')
  const texts = existsSync(locales) ? locales : null
  const services = read.filter((one) => one.current).map((one) => reportOf(one, read, surroundings, texts, city.themes ?? null))
  const sound = shared.length === 0 && services.every((service) => service.problems.length === 0)
  return { catalogue: sound ? assemble(city, calendar, surroundings, read, exchange) : null, services, shared }
}

function reportOf(one: ReadService, all: readonly ReadService[], surroundings: Surroundings, locales: string | null, themes: Themes): ServiceReport {
  const { id, definition, proof } = one
  const own = definition ? [...checkTheme(definition, themes, one.file), ...(locales ? [...withoutGuide(definition, one.file), ...checkTexts(definition, surroundings, locales)] : [])] : []
  const history = all.filter((other) => !other.current && other.id === id).flatMap((other) => other.problems)
  return { service: id, definition, proof, worst: proof?.worst ?? null, problems: [...one.problems, ...own, ...history] }
}

/** Where there are texts there is a portal, and in a portal every service in force has a guide. */
function withoutGuide(definition: Definition, file: YamlFile | null): FileProblem[] {
  if (!file || definition.guide.questions.length > 0) return []
  return [inFile(file, { code: 'guide', path: [], message: 'this service has no guide: add guide: with kind, type, channels, delivery and at least one of the questions people ask' })]
}

/** Every version of a service; none when one of them can't be read, and what it would say is not known. */
function readable(read: readonly ReadService[], service: string): Definition[] {
  const versions = read.filter(({ id }) => id === service).map(({ definition }) => definition)
  return versions.includes(null) ? [] : versions.filter((definition) => definition !== null)
}

type Exchange = { agreements: readonly Agreement[]; delays: readonly Delay[]; retention: RetentionSchedule }
type Themes = Readonly<Record<string, readonly string[]>> | null

function assemble(city: { city: string; zone: string; currency: string; themes?: Readonly<Record<string, readonly string[]>> | undefined }, calendar: Calendar, surroundings: Surroundings, read: readonly ReadService[], { agreements, delays, retention }: Exchange): Catalogue {
  const definitions = read.flatMap(({ current, definition, proof }) => (definition && proof ? [{ current, definition, proof }] : []))
  const known: City = { id: city.city, zone: city.zone, currency: city.currency, themes: Object.keys(city.themes ?? {}) }
  return {
    ...surroundings,
    city: known,
    calendar,
    services: byName(definitions.filter(({ current }) => current).map(({ definition }) => [definition.service, definition])),
    versions: byName(definitions.map(({ definition }) => [serviceKey(definition.service, definition.version), definition])),
    definitions: byName(definitions.map(({ definition }) => [definition.hash, definition])),
    proofs: byName(definitions.map(({ definition, proof }) => [definition.hash, proof])),
    agreements: byName(agreements.map((agreement) => [agreementKey(agreement.service, agreement.register), agreement])),
    delays,
    retention,
  }
}

function readCalendar(folder: FolderReader, id: string): Calendar | null {
  const read = folder.read(`calendars/${id}.yaml`, calendarSpecSchema)
  return read ? buildCalendar(read.value) : null
}
