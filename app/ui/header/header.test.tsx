// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { Header } from './header.tsx'
import { currentPlace, placesOf, type Viewer } from './viewer.ts'

const look = { theme: 'auto', mode: 'standard' } as const
const manager: Viewer = { name: '王芳', kinds: ['clerk', 'manager'] }

describe('Header', () => {
  it('offers signing in, and the way back', () => {
    const { getByRole } = renderInLanguage(<Header viewer={null} demo={false} look={look} path="/cases?page=2" />)
    expect(getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in?returnTo=%2Fcases%3Fpage%3D2')
  })

  it('leads staff to the desk and managers to the board', () => {
    const { getByRole } = renderInLanguage(<Header viewer={manager} demo={false} look={look} path="/desk/cases/7" />)
    const links = within(getByRole('navigation')).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual(['Services', 'Desk', 'Board'])
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'true', null])
  })

  it('leads citizens to their cases and their data', () => {
    const citizen: Viewer = { name: '李娜', kinds: ['citizen'] }
    const { getByRole } = renderInLanguage(<Header viewer={citizen} demo={false} look={look} path="/my-data/access" />)
    const links = within(getByRole('navigation')).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([['Services', null], ['My cases', null], ['My data', 'true']])
  })

  it('leads whoever looks after registers to them', () => {
    const steward: Viewer = { name: '王芳', kinds: ['clerk', 'steward'] }
    const { getByRole } = renderInLanguage(<Header viewer={steward} demo={false} look={look} path="/steward?from=2026-03-01" />)
    expect(getByRole('link', { name: 'Registers' }).getAttribute('href')).toBe('/steward')
    expect(placesOf(manager).map(({ href }) => href)).not.toContain('/steward')
  })

  it('signs out by a form post', () => {
    const { getByRole } = renderInLanguage(<Header viewer={manager} demo={false} look={look} path="/" />, 'zh-CN')
    const form = getByRole('button', { name: '退出登录' }).closest('form')!
    expect([form.method, form.getAttribute('action')]).toEqual(['post', '/sign-out'])
  })

  it('names each language in its own script and returns to the page', () => {
    const { getByRole, container } = renderInLanguage(<Header viewer={null} demo={false} look={look} path="/cases" />, 'ar')
    expect(getByRole('button', { name: '中文' })).toMatchObject({ lang: 'zh-CN', value: 'zh-CN', type: 'submit' })
    expect(getByRole('button', { name: 'العربية' }).getAttribute('aria-pressed')).toBe('true')
    expect(container.querySelector<HTMLInputElement>('[name=returnTo]')!.value).toBe('/cases')
  })

  it('offers the other text size', () => {
    const { getByRole } = renderInLanguage(<Header viewer={null} demo={false} look={{ ...look, mode: 'elder' }} path="/" />, 'zh-CN')
    expect(getByRole('button', { name: '标准版' })).toMatchObject({ name: 'mode', value: 'standard' })
  })

  it('says loudly that it is a demonstration, and only then', () => {
    expect(renderInLanguage(<Header viewer={null} demo look={look} path="/" />).container.textContent).toContain('Demonstration')
    expect(renderInLanguage(<Header viewer={null} demo={false} look={look} path="/" />).container.textContent).not.toContain('Demonstration')
  })
})

it.each([
  ['/', 'services'],
  ['/services/food', 'services'],
  ['/cases/9', 'cases'],
  ['/casesx', undefined],
  ['/sign-in', undefined],
])('counts %s to %s', (path, key) => expect(currentPlace(path, placesOf(null))?.key).toBe(key))
