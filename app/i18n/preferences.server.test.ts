import { describe, expect, it } from 'vitest'

import { preferencesCookie, readPreferences, safeReturnTo, updatePreferences } from './preferences.server.ts'

const visit = (headers: Record<string, string> = {}, url = 'http://localhost/') => new Request(url, { headers })
const cookie = async (value: unknown) => ({ Cookie: (await preferencesCookie.serialize(value)).split(';')[0]! })

function post(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('readPreferences', () => {
  it('follows the browser until somebody chooses', async () => {
    expect(await readPreferences(visit({ 'Accept-Language': 'ar' }))).toEqual({ lang: 'ar', theme: 'auto', mode: 'standard' })
    expect(await readPreferences(visit())).toEqual({ lang: 'zh-CN', theme: 'auto', mode: 'standard' })
  })

  it('prefers what was chosen', async () => {
    const headers = { ...(await cookie({ lang: 'en', theme: 'dark', mode: 'elder' })), 'Accept-Language': 'ar' }
    expect(await readPreferences(visit(headers))).toEqual({ lang: 'en', theme: 'dark', mode: 'elder' })
  })

  it.each([{ lang: 'xx', theme: 'red', mode: 7 }, 'nonsense', 12, null, []])('survives a cookie holding %j', async (value) => {
    expect(await readPreferences(visit(await cookie(value)))).toEqual({ lang: 'zh-CN', theme: 'auto', mode: 'standard' })
  })

  it('survives a cookie that is not one of ours', async () => {
    expect((await readPreferences(visit({ Cookie: 'preferences=%E0%A4%A' }))).theme).toBe('auto')
  })
})

describe('updatePreferences', () => {
  it('changes what the form names and keeps the rest', async () => {
    const request = visit(await cookie({ lang: 'en', theme: 'dark', mode: 'elder' }))
    const { setCookie, returnTo } = await updatePreferences(request, post({ theme: 'light', returnTo: '/cases?page=2' }), false)
    expect(await preferencesCookie.parse(setCookie)).toEqual({ lang: 'en', theme: 'light', mode: 'elder' })
    expect(returnTo).toBe('/cases?page=2')
  })

  it('does not fix the language when only the theme was chosen', async () => {
    const { setCookie } = await updatePreferences(visit({ 'Accept-Language': 'ar' }), post({ theme: 'dark' }), false)
    expect(await preferencesCookie.parse(setCookie)).toEqual({ theme: 'dark', mode: 'standard' })
  })

  it('ignores values it does not know', async () => {
    const { setCookie } = await updatePreferences(visit(), post({ lang: 'tlh', mode: 'huge' }), false)
    expect(await preferencesCookie.parse(setCookie)).toEqual({ theme: 'auto', mode: 'standard' })
  })

  it('marks the cookie secure on https', async () => {
    const secure = await updatePreferences(visit(), post({}), true)
    expect(secure.setCookie).toContain('Secure')
    expect((await updatePreferences(visit(), post({}), false)).setCookie).not.toContain('Secure')
  })
})

describe('safeReturnTo', () => {
  it.each(['/', '/cases', '/services/x?y=1#z'])('returns to %s', (path) => expect(safeReturnTo(path)).toBe(path))

  it.each(['//evil.example', '/\\evil.example', '/\t/evil.example', '/.//evil.example', '/a/..//evil.example', 'https://evil.example', 'cases', '', '/preferences'])(
    'goes home instead of %j',
    (path) => expect(safeReturnTo(path)).toBe('/'),
  )

  it('goes home when there is nothing to return to', () => expect(safeReturnTo(null)).toBe('/'))
})
