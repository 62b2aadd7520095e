import { resolve } from 'node:path'

import { printProblem } from '#app/catalogue/file-problem.ts'
import { type CatalogueReport, readCatalogue } from '#app/catalogue/read-catalogue.ts'

/** `npm run services -- check [DIR] [--json]`, `savings [--json]` */
const [command, ...rest] = process.argv.slice(2)
const json = rest.includes('--json')
const directory = rest.find((argument) => !argument.startsWith('--')) ?? 'workflows'

switch (command) {
  case 'check':
    process.exitCode = check(readCatalogue(resolve(directory), directory))
    break
  case 'savings':
    savings(readCatalogue(resolve('workflows')))
    break
  default:
    console.error('usage: npm run services -- check [DIR] [--json] | savings [--json]')
    process.exitCode = 2
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

/** How many of the applicant's facts come from records. */
function savings(report: CatalogueReport): void {
  const rows = report.services.flatMap(({ definition }) => {
    if (!definition) return []
    const facts = Object.values(definition.data).filter((field) => field.kind !== 'desk')
    const fromRecords = facts.filter((field) => field.kind === 'record').length
    return [{ service: definition.service, facts: facts.length, fromRecords, share: fromRecords / Math.max(1, facts.length) }]
  })
  if (json) return console.log(JSON.stringify(rows, null, 2))
  for (const row of rows) console.log(`${row.service}: ${row.fromRecords} of ${row.facts} facts come from records (${Math.round(row.share * 100)} %)`)
}
