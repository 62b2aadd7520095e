// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { Bdi } from '../bdi/bdi.tsx'
import { renderInLanguage } from '../render-in-language.tsx'
import { FormattedDate } from './formatted-date.tsx'

it('shows people their date and machines an ISO date', () => {
  const { container } = renderInLanguage(<FormattedDate value="2026-11-22" />, 'zh-CN')
  expect(container.innerHTML).toBe('<time datetime="2026-11-22">2026年11月22日</time>')
})

it('keeps a reference in its own direction', () => {
  expect(renderInLanguage(<Bdi>330100-7</Bdi>, 'ar').container.innerHTML).toBe('<bdi dir="ltr">330100-7</bdi>')
})
