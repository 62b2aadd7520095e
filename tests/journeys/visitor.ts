import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

import type { Language } from '#app/i18n/languages.ts'

import { violationsOf } from './axe.ts'

/** How somebody comes to the portal. */
export type Look = { lang: Language; width: 360 | 1280; scripts: boolean }

/** Every language on every width, by turns without scripts and with: our pages have the same markup either way. */
export const looks: readonly Look[] = (['zh-CN', 'en', 'ar'] as const).flatMap((lang) => [
  { lang, width: 360, scripts: lang === 'en' },
  { lang, width: 1280, scripts: lang !== 'en' },
])

/** Every language, both widths, with scripts and without: for stories whose pages others look at too. */
export const fewLooks: readonly Look[] = [
  { lang: 'zh-CN', width: 360, scripts: false },
  { lang: 'en', width: 1280, scripts: true },
  { lang: 'ar', width: 360, scripts: true },
  { lang: 'ar', width: 1280, scripts: false },
]

export const nameOf = ({ lang, width, scripts }: Look): string => `${lang}, ${width} px, scripts ${scripts ? 'on' : 'off'}`

/** Somebody in front of a browser of their own. */
export class Visitor {
  readonly page: Page
  private readonly url: string
  private readonly look: Look
  private readonly context: BrowserContext
  /** Pages already looked at closely; shared by the visitors of one story. */
  private readonly seen: Set<string>

  private constructor(context: BrowserContext, page: Page, url: string, look: Look, seen: Set<string>) {
    this.context = context
    this.page = page
    this.url = url
    this.look = look
    this.seen = seen
  }

  static async arrive(browser: Browser, url: string, look: Look, seen: Set<string>): Promise<Visitor> {
    const context = await browser.newContext({ locale: look.lang, javaScriptEnabled: look.scripts, viewport: { width: look.width, height: 800 } })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    return new Visitor(context, page, url, look, seen)
  }

  leave(): Promise<void> {
    return this.context.close()
  }

  async goto(path: string): Promise<number> {
    const response = await this.page.goto(this.url + path)
    return response?.status() ?? 0
  }

  async signIn(person: string): Promise<void> {
    await this.goto('/sign-in')
    await this.choose('person', person)
    await this.press(this.page.locator('main form button'))
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }

  async fill(name: string, value: string): Promise<void> {
    await this.page.locator(`main [name="${name}"]`).fill(value)
  }

  async fillDate(name: string, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-')
    for (const [part, value] of [['year', year], ['month', month], ['day', day]] as const) await this.fill(`${name}-${part}`, value)
  }

  /** Radios and checkboxes lie under their label. */
  async choose(name: string, value: string): Promise<void> {
    await this.page.locator(`main input[name="${name}"][value="${value}"]`).check({ force: true })
  }

  async select(name: string, value: string): Promise<void> {
    await this.page.locator(`main select[name="${name}"]`).selectOption(value)
  }

  async upload(name: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.locator(`main input[type="file"][name="${name}"]`).setInputFiles(file)
  }

  /** Presses a button or link and waits for the page it leads to. */
  async press(what: string | Locator): Promise<void> {
    const target = typeof what === 'string' ? this.page.locator(what) : what
    const navigated = this.page.waitForEvent('framenavigated', { predicate: (frame) => frame === this.page.mainFrame() })
    await target.first().click()
    await navigated
    await this.page.waitForLoadState('load')
  }

  /** Submits the main form of the page. */
  submit(): Promise<void> {
    return this.press(this.page.locator('main form[method="post"] button[type="submit"], main form[method="post"] button:not([type])').last())
  }

  /** Begins an application from a guide, and lets every register be read. @param whom for whom, where that is asked @returns the address of the draft */
  async begin(service: string, whom?: string): Promise<string> {
    await this.goto(`/services/${service}`)
    if (whom !== undefined) await this.choose('for', whom)
    await this.press('main form[method="post"] button')
    return this.agree()
  }

  /** Lets every register be read that is asked about here. @returns the address of the draft */
  async agree(): Promise<string> {
    await this.lookAt('sources')
    await this.submit()
    return this.path
  }

  async text(): Promise<string> {
    return (await this.page.locator('main').innerText()).replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '')
  }

  async reads(text: string): Promise<void> {
    expect(await this.text()).toContain(text)
  }

  /**
   * Looks closely at the page, once for each kind of page in a story: right language and direction, one heading, a
   * title, nothing wider than the screen, no text key in place of a text, no violation that axe finds.
   */
  async lookAt(name: string): Promise<void> {
    const { page, look } = this
    await this.basics()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${look.lang}-${look.width}${look.scripts ? '-js' : ''}.png`, fullPage: true })
    // axe is a script itself. Ours change no markup, so what it says of a page with them holds without them.
    if (!look.scripts || this.seen.has(name)) return
    this.seen.add(name)
    expect.soft((await violationsOf(page)).map((violation) => `${name}: ${violation}`)).toEqual([])
  }

  private async basics(): Promise<void> {
    const { page, look } = this
    // Asked at once: each question of its own goes to the browser and back.
    const found = await page.locator('html').evaluate((html: HTMLElement) => ({
      lang: html.lang, dir: html.dir, headings: html.querySelectorAll('h1').length, title: document.title, wide: html.scrollWidth,
    }))
    expect(found.lang).toBe(look.lang)
    expect(found.dir).toBe(look.lang === 'ar' ? 'rtl' : 'ltr')
    expect(found.headings, `headings on ${page.url()}`).toBe(1)
    expect(found.title).not.toMatch(/undefined|^\s*·|[a-z]+\.[a-z_]+\./)
    const texts = `${await this.text()} ${found.title}`
    expect(texts, `a text key on ${page.url()}`).not.toMatch(/\b[a-z]+:[a-z_]+\.[a-z]|\b(steps|outcomes|reasons|concepts|history|status|options)\.[a-z_]+/)
    expect(found.wide, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(look.width)
  }
}
