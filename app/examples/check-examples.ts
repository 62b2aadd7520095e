import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { type FileProblem, inFile } from '#app/catalogue/file-problem.ts'
import type { CatalogueReport } from '#app/catalogue/read-catalogue.ts'

import { readExamples } from './read-examples.ts'
import { runExample } from './run-example.ts'

/**
 * Plays all examples of a tree that was read, and adds what is wrong to the report of each service. They are played
 * once everything else is sound; a service without examples is a problem only where others have some.
 * @param root and label as `readCatalogue` was given
 */
export function checkExamples(report: CatalogueReport, root: string, label = 'workflows'): CatalogueReport {
  const files = report.services.map(({ service }) => `services/${service}/examples.yaml`)
  if (!files.some((file) => existsSync(join(root, file)))) return report
  const services = report.services.map((service, i) => ({ ...service, problems: [...service.problems, ...problemsOf(report.catalogue, service.service, join(root, files[i] ?? ''), `${label}/${files[i]}`)] }))
  const sound = report.shared.length === 0 && services.every((service) => service.problems.length === 0)
  return { ...report, services, catalogue: sound ? report.catalogue : null }
}

function problemsOf(catalogue: Catalogue | null, service: string, path: string, name: string): readonly FileProblem[] {
  if (!existsSync(path)) return [{ file: name, line: 1, column: 1, code: 'example', message: 'this service has no examples: write one case for each way through it' }]
  const { file, examples, problems } = readExamples(path, name)
  const definition = catalogue?.services[service]
  if (!catalogue || !definition || !file) return problems
  const setting = { definition, services: catalogue.versions, calendar: catalogue.calendar, registers: catalogue.registers }
  const wrong = examples.flatMap(({ at, example }) => runExample(setting, example).problems.map((problem) => inFile(file, { ...problem, path: ['examples', at, ...problem.path] })))
  return [...problems, ...wrong]
}
