/** A browser without a screen: keeps its cookies, sends forms as browsers do, follows nothing. */
export class Client {
  private cookies = new Map<string, string>()
  private readonly url: string

  constructor(url: string) {
    this.url = url
  }

  static async signedIn(url: string, person: string): Promise<Client> {
    const client = new Client(url)
    await client.post('/sign-in', { person })
    return client
  }

  /** Begins an application and lets every register be read. @returns the address of the draft */
  async begin(service: string, fields: Record<string, string> = {}): Promise<string> {
    const draft = leadsTo(await this.post(`/services/${service}`, fields))
    await this.post(`${draft}/sources`, {})
    return draft
  }

  get(path: string): Promise<Response> {
    return this.send(path, {})
  }

  post(path: string, fields: Record<string, string> | readonly (readonly [string, string])[] | FormData): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields as Record<string, string>)
    return this.send(path, { method: 'POST', body })
  }

  /** As a page's own script might ask: any body, with headers of its own. */
  async send(path: string, init: { method?: string; body?: string | URLSearchParams | FormData; headers?: Record<string, string> }): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(this.url + path, { ...init, redirect: 'manual', headers: { 'Accept-Language': 'en', Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', ...init.headers } })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const [name = '', ...value] = pair.split('=')
      this.cookies.set(name, value.join('='))
    }
    return response
  }
}

/** Where an answer leads to. */
export const leadsTo = (response: Response): string => response.headers.get('Location') ?? ''

/** A page's text as it came, without what differs from one page to the next by itself. */
export const plain = async (response: Response): Promise<string> => (await response.text()).replaceAll(/value="\/[^"]*"|[0-9a-f]{12}/g, '')
