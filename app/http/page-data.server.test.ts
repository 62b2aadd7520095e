import { json } from '@remix-run/node'
import { describe, expect, test } from 'vitest'

import { kindOf } from './note-answer.server.ts'
import { asJson, isPageData, pageData, pageInit } from './page-data.server.ts'

describe('the data of a page', () => {
  test('is handed on as it is, not as a copy', () => {
    const rows = [{ ref: '2026-0001' }]
    expect(pageData({ rows }).data.rows).toBe(rows)
  })

  test('brings status and headers along', () => {
    const init = pageInit(pageData({ title: 'x' }, { status: 422, headers: { 'Cache-Control': 'no-store' } }))
    expect(init?.status).toBe(422)
    expect(init?.headers.get('Cache-Control')).toBe('no-store')
  })

  test('that is not there is written down like any other refusal', () => {
    const init = pageInit(pageData({ title: 'x' }, { status: 404 }))
    expect(init && kindOf('routes/verify.$code', init)).toBe('denied')
  })

  test('is a good answer where nothing else is said', () => expect(pageInit(pageData({ title: 'x' }))?.status).toBe(200))

  test.each([[null], ['text'], [{ title: 'x' }], [json({ title: 'x' })]])('%o is something else', (said) => expect(pageInit(said)).toBeNull())
})

describe('what a script reads', () => {
  const streamed = () => new Response('{"title":"x"}\n\n', { status: 422, headers: { 'Content-Type': 'text/remix-deferred', 'X-Remix-Response': 'yes' } })

  test('is JSON to the byte, with the status and headers there were', async () => {
    const [answer, usual] = [await asJson(streamed()), json({ title: 'x' })]
    expect(await answer.text()).toBe(await usual.text())
    expect(answer.headers.get('Content-Type')).toBe(usual.headers.get('Content-Type'))
    expect([answer.status, answer.headers.get('X-Remix-Response')]).toEqual([422, 'yes'])
  })

  test('is told from other answers', () => expect([isPageData(streamed()), isPageData(json({}))]).toEqual([true, false]))
})
