import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from './chromium.ts'
import { livedCity, MONDAY, startPortal, type TestPortal } from './test-portal.ts'
import { fewLooks, type Look, looks, nameOf, Visitor } from './visitor.ts'

export type Stage = {
  portal: TestPortal
  look: Look
  /** Somebody new comes, signed in as this person. */
  enter(person: string | null): Promise<Visitor>
}

/**
 * Lets a story be walked in three languages, on two widths, with scripts off and on, each time on a portal of its own.
 * @param begins where: on the city's first day, or with months behind it
 * @param seen in a few looks that have every language, width and scripts on and off among them, or in all
 */
export function story(name: string, walk: (stage: Stage) => Promise<void>, { begins = 'new', seen: wanted = 'few' }: { begins?: 'new' | 'lived'; seen?: 'all' | 'few' } = {}): void {
  describe(name, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchBrowser()
    })
    afterAll(() => browser.close())

    test.each((wanted === 'few' ? fewLooks : looks).map((look) => [nameOf(look), look] as const))('%s', async (_name, look) => {
      // on phones they walk on one database, on desks on the other, each in every language
      const portal = await startPortal(MONDAY, begins === 'lived' ? await livedCity() : null, {}, look.width === 360 ? 'postgres' : 'sqlite')
      const seen = new Set<string>()
      const visitors: Visitor[] = []
      const enter = async (person: string | null) => {
        const visitor = await Visitor.arrive(browser, portal.url, look, seen)
        visitors.push(visitor)
        if (person) await visitor.signIn(person)
        return visitor
      }
      try {
        await walk({ portal, look, enter })
        expect(portal.errors).toEqual([])
      } finally {
        // A browser that is gone hides why the story broke off.
        await Promise.allSettled(visitors.map((visitor) => visitor.leave()))
        await portal.stop()
      }
    })
  })
}
