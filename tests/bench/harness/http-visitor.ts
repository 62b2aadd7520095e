/** An answer as a browser would see it before it follows anything. */
export type Answer = { status: number; location: string; text: string }

/** Somebody who comes to a portal by plain HTTP, keeps cookies, and follows nothing by themselves. */
export type HttpVisitor = {
  get(path: string): Promise<Answer>
  /** Sends a form; a `Blob` among its values makes it multipart. */
  post(path: string, form?: Readonly<Record<string, string | Blob>>): Promise<Answer>
  /** What their browser sends along with every request. */
  headers(): Record<string, string>
}

export function httpVisitor(url: string, lang = 'zh-CN'): HttpVisitor {
  const cookies = new Map<string, string>()
  const headers = (): Record<string, string> => ({ 'accept-language': lang, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(url + path, { ...init, headers: { ...headers(), ...init.headers }, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text() }
  }
  return {
    get: (path) => send(path, {}),
    post: (path, form = {}) => send(path, { method: 'POST', headers: { origin: url }, body: bodyOf(form) }),
    headers,
  }
}

function bodyOf(form: Readonly<Record<string, string | Blob>>): BodyInit {
  const fields = Object.entries(form)
  if (!fields.some(([, value]) => value instanceof Blob)) return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))
  const body = new FormData()
  for (const [name, value] of fields) {
    if (value instanceof Blob) body.append(name, value, 'file.pdf')
    else body.append(name, value)
  }
  return body
}
