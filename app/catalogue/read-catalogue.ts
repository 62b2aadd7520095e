import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { buildCalendar, type Calendar } from '#app/kernel/clock/calendar.ts'
import { calendarSpecSchema } from '#app/kernel/clock/calendar-spec.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { readDefinition } from '#app/kernel/definition/read-definition.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'
import { type Worst, worstCase } from '#app/kernel/definition/worst-case.ts'

import { byName } from './by-name.ts'
import type { Catalogue, City } from './catalogue.ts'
import { checkTexts } from './check-texts.ts'
import { definitionHash } from './definition-hash.ts'
import { type FileProblem, inFile } from './file-problem.ts'
import { FolderReader, readSurroundings } from './read-surroundings.ts'
import { citySchema } from './surroundings-schemas.ts'

/** What reading one service came to. */
export type ServiceReport = { service: string; definition: Definition | null; worst: Worst | null; problems: readonly FileProblem[] }

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
  const shared = [...folder.problems]
  const locales = join(root, '..', 'locales')
  const services = folder.list('services').map((id) => readService(root, label, id, surroundings, existsSync(locales) ? locales : null))
  const sound = shared.length === 0 && city && calendar && services.every((service) => service.problems.length === 0)
  return { catalogue: sound ? assemble(city, calendar, surroundings, services) : null, services, shared }
}

function assemble(city: { city: string; zone: string; currency: string }, calendar: Calendar, surroundings: Surroundings, services: readonly ServiceReport[]): Catalogue {
  const definitions = services.flatMap(({ definition }) => (definition ? [[definition.service, definition] as const] : []))
  const known: City = { id: city.city, zone: city.zone, currency: city.currency }
  return { ...surroundings, city: known, calendar, services: byName(definitions) }
}

function readCalendar(folder: FolderReader, id: string): Calendar | null {
  const read = folder.read(`calendars/${id}.yaml`, calendarSpecSchema)
  return read ? buildCalendar(read.value) : null
}

function readService(root: string, label: string, id: string, surroundings: Surroundings, locales: string | null): ServiceReport {
  const folder = new FolderReader(root, label)
  const file = folder.yaml(`services/${id}/service.yaml`)
  if (!file) return { service: id, definition: null, worst: null, problems: folder.problems }
  const read = readDefinition(file.value, surroundings)
  if (!read.ok) return { service: id, definition: null, worst: null, problems: read.problems.map((problem) => inFile(file, problem)) }
  const definition = { ...read.definition, hash: definitionHash(read.definition) }
  const misnamed = definition.service === id ? [] : [inFile(file, { code: 'unknown_name', path: ['service'], message: `this folder is called "${id}", so the service must be too` })]
  const texts = locales ? checkTexts(definition, surroundings, locales) : []
  return { service: id, definition, worst: worstCase(definition), problems: [...misnamed, ...texts] }
}
