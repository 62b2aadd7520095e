import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type { Page } from 'playwright-core'

type Result = { violations: readonly { id: string; nodes: readonly { target: readonly unknown[] }[] }[] }
type WithAxe = { axe: { run(context: object, options: object): Promise<Result> } }

/** The axe that `@axe-core/playwright` brings along, with all its rules. Its own way puts 1.5 MB into each page twice and carries everything that is right out of it again. */
const source = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page, by all its rules: which one, and where. The page must let scripts run and have no frames, as ours do. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as WithAxe
    // Of what is right, only the first of each rule is told: most of the time went there.
    return (await axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }))
  })
  return violations.map(({ id, targets }) => `${id} at ${targets.join(', ')}`)
}
