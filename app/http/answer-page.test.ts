import { type EntryContext, redirect, type ServerBuild } from '@remix-run/node'
import { beforeEach, describe, expect, test } from 'vitest'

import { answerPage } from './answer-page.ts'

type Module = ServerBuild['routes'][string]['module']

let told: unknown[]
let rendered: EntryContext['staticHandlerContext'][]
let fails: unknown[]

beforeEach(() => ([told, rendered, fails] = [[], [], []]))

/** A build with one page at /cases/:ref, whose rendering only notes what it is given. */
function buildOf(page: Partial<Module>): ServerBuild {
  const route = (id: string, path: string, module: Partial<Module>) => [id, { id, path, module: { default: () => null, ...module } }]
  const render = (_request: Request, status: number, headers: Headers, { staticHandlerContext }: EntryContext) => {
    const fault = fails.shift()
    if (fault) throw fault
    rendered.push(staticHandlerContext)
    return new Response('a page', { status, headers })
  }
  const frame = { loader: () => ({ lang: 'ar' }) }
  // Trusted: nothing else of a build is looked at.
  return { routes: Object.fromEntries([route('root', '', frame), route('page', 'cases/:ref', page)]), assets: {}, future: {}, entry: { module: { default: render, handleError: (error: unknown) => told.push(error) } } } as unknown as ServerBuild
}

const ask = (page: Partial<Module>, init?: RequestInit) => answerPage(buildOf(page))(new Request('http://portal/cases/AB-1', init), { who: 'somebody' })

describe('a page', () => {
  test('is rendered with what its frame and its loader say', async () => {
    const answer = await ask({ loader: ({ params, context }) => ({ ref: params.ref, ...context }) })
    expect([answer.status, await answer.text()]).toEqual([200, 'a page'])
    expect(rendered[0]?.loaderData).toEqual({ root: { lang: 'ar' }, page: { ref: 'AB-1', who: 'somebody' } })
  })

  test('has the cookies of its loader, and what else it is told stays behind', async () => {
    const { headers } = await ask({ loader: () => Response.json({}, { headers: [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2'], ['X-Other', 'x']] }) })
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(headers.get('X-Other')).toBeNull()
  })

  test('has the status of its action, with what that says', async () => {
    const answer = await ask({ action: () => Response.json({ problems: ['seats'] }, { status: 422 }), loader: () => null }, { method: 'POST' })
    expect(answer.status).toBe(422)
    expect(rendered[0]?.actionData).toEqual({ page: { problems: ['seats'] } })
  })

  test('leads on where its action does', async () => {
    const answer = await ask({ action: () => redirect('/cases', 303) }, { method: 'POST', body: 'seats=10' })
    expect([answer.status, answer.headers.get('Location'), rendered.length]).toEqual([303, '/cases', 0])
  })
})

describe('what goes wrong', () => {
  test('on purpose is shown in the frame with its status, and told to nobody', async () => {
    const answer = await ask({ loader: () => Promise.reject(new Response('no such case', { status: 404 })) })
    expect(answer.status).toBe(404)
    expect(rendered[0]?.errors).toMatchObject({ root: { status: 404, data: 'no such case' } })
    expect(told).toEqual([])
  })

  test('without being meant is told, and shown without its words', async () => {
    const answer = await ask({ loader: () => Promise.reject(new Error('the database says: 110101199003074514')) })
    expect(answer.status).toBe(500)
    expect(told).toEqual([new Error('the database says: 110101199003074514')])
    expect(String(rendered[0]?.errors?.root)).toBe('Error: Unexpected Server Error')
  })

  test('in the rendering is told, and the page of an error is rendered instead', async () => {
    fails = [new Error('no such component')]
    const answer = await ask({ loader: () => null })
    expect(answer.status).toBe(500)
    expect(told).toEqual([new Error('no such component')])
    expect(String(rendered[0]?.errors?.root)).toBe('Error: Unexpected Server Error')
  })

  test('even in that is left to whoever asked', async () => {
    fails = [new Error('first'), new Error('second')]
    await expect(ask({ loader: () => null })).rejects.toThrow('second')
  })

  test('by a form where none is taken is 405', async () => expect((await ask({ loader: () => null }, { method: 'POST' })).status).toBe(405))
})
