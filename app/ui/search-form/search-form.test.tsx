// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { SkipLink } from '../skip-link/skip-link.tsx'
import { SearchForm } from './search-form.tsx'

it('asks by GET and keeps the words', () => {
  const { getByRole } = renderInLanguage(<SearchForm action="/" label="您想办什么事？" value="餐饮" large />, 'zh-CN')
  expect(getByRole('search')).toMatchObject({ method: 'get' })
  expect((getByRole('searchbox', { name: '您想办什么事？' }) as HTMLInputElement).value).toBe('餐饮')
  expect(getByRole('button', { name: '搜索' })).toBeTruthy()
})

it('a skip link leads to the content', () => {
  expect(renderInLanguage(<SkipLink />).getByRole('link').getAttribute('href')).toBe('#main')
})
