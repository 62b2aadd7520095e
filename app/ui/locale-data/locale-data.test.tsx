// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { LocaleData } from './locale-data.tsx'

it('writes the texts of the page\'s language as data that cannot end the element', () => {
  const { container } = renderInLanguage(<LocaleData namespaces={['ui']} />, 'zh-CN')
  const script = container.querySelector('script#locale')!
  expect(JSON.parse(script.textContent!).ui.back).toBe('返回')
  expect(script.innerHTML).not.toContain('<')
})
