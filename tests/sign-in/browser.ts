import { expect } from 'vitest'

/** A browser without a screen that goes from one site to the other and keeps each one's cookies apart. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>()
  private readonly home: string

  constructor(home: string) {
    this.home = home
  }

  /** The cookies of the portal, by name. */
  get cookies(): Map<string, string> {
    return this.jarOf(this.home)
  }

  /** The same cookies in another browser: what somebody has who stole them. */
  copy(): Browser {
    const copy = new Browser(this.home)
    for (const [name, value] of this.cookies) copy.cookies.set(name, value)
    return copy
  }

  /** Is somebody whom no provider knows from before. */
  forgetProviders(): void {
    for (const origin of this.jars.keys()) if (origin !== this.home) this.jars.delete(origin)
  }

  get(path: string): Promise<Response> {
    return this.send(path, {})
  }

  post(path: string, fields: Record<string, string>): Promise<Response> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'Sec-Fetch-Site': 'same-origin' } })
  }

  /** Goes where an answer leads until it leads nowhere, or back to the portal at an address that `until` names. */
  async follow(response: Response, until = /^$/): Promise<Response> {
    let [at, answer] = [this.home, response]
    for (let hops = 0; hops < 15; hops += 1) {
      const location = answer.headers.get('Location')
      if (location === null) return answer
      const next = new URL(location, at)
      if (next.origin === this.home && until.test(next.pathname)) return answer
      at = next.href
      answer = await this.send(next.href, {})
    }
    throw new Error('it leads on for ever')
  }

  /** Presses a provider's button and does what it asks. */
  async signIn(provider: string, fields: Record<string, string> = {}): Promise<Response> {
    return this.follow(await this.post(`/sign-in/${provider}`, fields))
  }

  /** The same, up to the provider's sending the browser back. @returns the address it is sent back to */
  async almost(provider: string, fields: Record<string, string> = {}): Promise<string> {
    const answer = await this.follow(await this.post(`/sign-in/${provider}`, fields), /\/callback$/)
    const back = answer.headers.get('Location') ?? ''
    expect(back).toContain('/callback?')
    return back
  }

  private jarOf(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>()
    this.jars.set(origin, jar)
    return jar
  }

  private async send(address: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const url = new URL(address, this.home)
    const jar = this.jarOf(url.origin)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { 'Accept-Language': 'en', ...(cookie ? { Cookie: cookie } : {}), ...init.headers } })
    for (const set of response.headers.getSetCookie()) keepCookie(jar, set)
    return response
  }
}

function keepCookie(jar: Map<string, string>, set: string): void {
  const [pair = '', ...attributes] = set.split(';')
  const at = pair.indexOf('=')
  const isGone = attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one))
  if (isGone) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}
