/** An RFC 9457 problem, for machines. */
export function problemResponse(status: number, code: string, title: string, more: { detail?: string; headers?: Record<string, string> } = {}): Response {
  const { detail, headers } = more
  const body = { type: `urn:onetrip:problem:${code}`, title, status, ...(detail === undefined ? {} : { detail }) }
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers } })
}
