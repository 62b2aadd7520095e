import { json } from '@remix-run/node'
import { describe, expect, test } from 'vitest'

import { kindOf } from './note-answer.server.ts'
import { asJson, isPageData, pageData, pageStatus } from './page-data.server.ts'

describe('the data of a page', () => {
  test('is handed on as it is, not as a copy', () => {
    const rows = [{ ref: '2026-0001' }]
    expect(pageData({ rows }).data.rows).toBe(rows)
  })

  test('brings status and headers along', () => {
    const said = pageData({ title: 'x' }, { status: 422, headers: { 'Cache-Control': 'no-store' } })
    expect(pageStatus(said)).toBe(422)
    expect(said.init?.headers).toEqual({ 'Cache-Control': 'no-store' })
  })

  test('that is not there is written down like any other refusal', () => {
    expect(kindOf('routes/verify.$code', pageStatus(pageData({ title: 'x' }, { status: 404 })) ?? 0, null)).toBe('denied')
  })

  test('is a good answer where nothing else is said', () => expect(pageStatus(pageData({ title: 'x' }))).toBe(200))

  test.each([[null], ['text'], [{ title: 'x' }], [json({ title: 'x' })]])('%o is something else', (said) => expect(pageStatus(said)).toBeNull())
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
