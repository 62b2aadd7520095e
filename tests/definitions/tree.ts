import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type CatalogueReport, readCatalogue } from '#app/catalogue/read-catalogue.ts'
import type { FileProblem } from '#app/catalogue/file-problem.ts'

const SOUND = 'tests/definitions/tree'

/** A copy of the small sound tree beside this file, to break. */
export class Tree {
  readonly root = join(mkdtempSync(join(tmpdir(), 'onetrip-')), 'workflows')

  constructor() {
    cpSync(SOUND, this.root, { recursive: true })
  }

  text(file: string): string {
    return readFileSync(join(this.root, file), 'utf8')
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.root, file), text)
  }

  /** Replaces a text that stands in a file once. */
  change(file: string, from: string, to: string): void {
    const [before, after, ...more] = this.text(file).split(from)
    if (before === undefined || after === undefined || more.length > 0) throw new Error(`${file} does not hold this once: ${from}`)
    this.write(file, before + to + after)
  }

  report(): CatalogueReport {
    return readCatalogue(this.root, 'tree')
  }

  /** Everything that is wrong, in the order in which it is told. */
  problems(): FileProblem[] {
    return problemsOf(this.report())
  }

  remove(): void {
    rmSync(join(this.root, '..'), { recursive: true })
  }
}

export const problemsOf = (report: CatalogueReport): FileProblem[] => [...report.shared, ...report.services.flatMap(({ problems }) => problems)]
