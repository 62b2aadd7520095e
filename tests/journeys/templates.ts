import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    templates: string
  }
}

/** A folder of this run, in which what all test files begin with is made once. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-templates-'))
  project.provide('templates', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

const POLL_MS = 100

/**
 * The file of this name, made by whichever worker asks first; the others wait for it.
 * @param folder where templates are kept, the same for all workers
 * @param make writes it to the path it is given
 */
export async function template(folder: string, name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(folder, name)
  while (!existsSync(path)) {
    if (!isMine(`${path}.making`)) await wait(POLL_MS)
    else await makeAt(path, make)
  }
  return path
}

/** Of several that try to make a folder, one does. */
function isMine(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

/** Whole, or not at all: what goes wrong here is for the next one to try again. */
async function makeAt(path: string, make: (path: string) => Promise<void>): Promise<void> {
  try {
    await make(`${path}.new`)
    renameSync(`${path}.new`, path)
  } finally {
    rmSync(`${path}.making`, { recursive: true, force: true })
  }
}
