import { resolve } from 'node:path'

import { agreementsOf, type Catalogue } from '#app/catalogue/catalogue.ts'
import { printProblem } from '#app/catalogue/file-problem.ts'
import { type CatalogueReport, readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { writeBpmn } from '#app/diagram/bpmn/write-bpmn.ts'
import { drawFlow } from '#app/diagram/draw-flow.ts'
import { standalone } from '#app/diagram/standalone.ts'
import { checkExamples } from '#app/examples/check-examples.ts'
import { defaultLanguage, isLanguage, languages } from '#app/i18n/languages.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { savedAtMost } from '#app/kernel/records/saved.ts'

import { diffVersions } from './diff-versions.ts'
import { printProof } from './print-proof.ts'
import { moveCase } from './move-case.ts'
import { writeSchema } from './write-schema.ts'

/** `npm run services -- check [DIR] [--json]`, `savings [--json]`, `diagram ID [--lang LANGUAGE]`, `bpmn ID [--lang LANGUAGE]`, `proof ID`, `diff ID OLD NEW [--json]`, `move ID REF NEW`, `schema` */
const [command, ...rest] = process.argv.slice(2)
const json = rest.includes('--json')
const directory = rest.find((argument) => !argument.startsWith('--')) ?? 'workflows'

switch (command) {
  case 'check':
    process.exitCode = check(checkExamples(readCatalogue(resolve(directory), directory), resolve(directory), directory))
    break
  case 'savings':
    process.exitCode = savings(readCatalogue(resolve('workflows')))
    break
  case 'diagram':
  case 'bpmn':
    process.exitCode = draw(command, readCatalogue(resolve('workflows')))
    break
  case 'diff':
    process.exitCode = await onSound(3, (catalogue, [id = '', old = '', fresh = '']) => diffVersions(catalogue, [id, old, fresh], json))
    break
  case 'proof':
    process.exitCode = await onSound(1, async (catalogue, [id = '']) => prove(catalogue, id))
    break
  case 'move':
    process.exitCode = await onSound(3, (catalogue, [id = '', ref = '', version = '']) => moveCase(catalogue, [id, ref, version]))
    break
  case 'schema':
    for (const path of writeSchema('public/schema')) console.log(path)
    break
  default:
    process.exitCode = usage()
}

/** What needs all definitions sound. Exit code 2 without as many words as it takes, 1 when they are not. */
async function onSound(words: number, run: (catalogue: Catalogue, given: readonly string[]) => Promise<0 | 1>): Promise<0 | 1 | 2> {
  const given = rest.filter((argument) => !argument.startsWith('--'))
  if (given.length !== words) return usage()
  const { catalogue } = readCatalogue(resolve('workflows'), 'workflows')
  if (catalogue) return run(catalogue, given)
  console.error('the definitions are not sound: see npm run services -- check')
  return 1
}

/** Exit code 1 when there is no such service. */
function prove({ services, proofs }: Catalogue, id: string): 0 | 1 {
  const definition = services[id]
  const proof = definition && proofs[definition.hash]
  if (!proof) {
    console.error(`there is no service "${id}"`)
    return 1
  }
  for (const line of printProof(definition, proof)) console.log(line)
  return 0
}

function usage(): 2 {
  console.error(`usage: npm run services -- check [DIR] [--json] | savings [--json] | diagram ID [--lang ${languages.join('|')}] | bpmn ID [--lang …] | proof ID | diff ID OLD NEW [--json] | move ID REF NEW | schema`)
  return 2
}

/** Exit code 0 when everything is sound, else 1. */
function check(report: CatalogueReport): 0 | 1 {
  const sound = report.catalogue !== null
  const none = { trips: null, siteVisits: null, returns: null, workingDays: null }
  const rows = report.services.map(({ service, worst, problems }) => ({ service, ok: problems.length === 0 && report.shared.length === 0, worst: worst ?? none, problems }))
  if (json) {
    const shared = report.shared.length > 0 ? [{ service: null, ok: false, worst: none, problems: report.shared }] : []
    console.log(JSON.stringify([...shared, ...rows], null, 2))
    return sound ? 0 : 1
  }
  for (const problem of [...report.shared, ...report.services.flatMap((service) => service.problems)]) console.log(printProblem(problem))
  for (const { service, ok, worst } of rows) {
    const figures = worst.trips === null ? '' : `  at worst ${worst.trips} trips, ${worst.siteVisits} site visits, ${worst.returns} returns, ${worst.workingDays} working days`
    console.log(`${ok ? 'sound ' : 'broken'}  ${service}${figures}`)
  }
  return sound ? 0 : 1
}

/** How many of the applicant's facts come from records, under the agreements of today. Exit code 1 when the definitions are not sound. */
function savings({ catalogue, services }: CatalogueReport): 0 | 1 {
  if (!catalogue) {
    console.error('the definitions are not sound: see npm run services -- check')
    return 1
  }
  const today = localDate(catalogue.calendar, Date.now())
  const rows = services.flatMap(({ definition }) => {
    if (!definition) return []
    const { facts, fields, documents, trips } = savedAtMost(definition, catalogue.registers, agreementsOf(catalogue, definition.service), today)
    return [{ service: definition.service, facts, fromRecords: fields, share: fields / Math.max(1, facts), documents, trips }]
  })
  if (json) console.log(JSON.stringify(rows, null, 2))
  else for (const row of rows) console.log(`${row.service}: ${row.fromRecords} of ${row.facts} facts come from records (${Math.round(row.share * 100)} %), ${row.documents} documents and ${row.trips} trips less`)
  return 0
}

/** A service's flow on standard output. Exit code 0, 1 when there is no such sound service, 2 when it was asked for wrongly. */
function draw(what: 'diagram' | 'bpmn', { services }: CatalogueReport): 0 | 1 | 2 {
  const at = rest.indexOf('--lang')
  const lang: string = at === -1 ? defaultLanguage : (rest[at + 1] ?? '')
  const [id] = rest.filter((argument, i) => !argument.startsWith('--') && (at === -1 || i !== at + 1))
  if (id === undefined || !isLanguage(lang)) return usage()
  const definition = services.find(({ service }) => service === id)?.definition
  if (!definition) {
    console.error(`no sound service is called ${id}; there are: ${services.map(({ service }) => service).join(', ')}`)
    return 1
  }
  const t = loadLocales('locales').getFixedT(lang)
  console.log(what === 'bpmn' ? writeBpmn(t, definition) : standalone(drawFlow(t, lang, definition, null)))
  return 0
}
