// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { govukFixture, outline } from '../govuk-fixture.ts'
import { renderInLanguage } from '../render-in-language.tsx'
import { ErrorSummary } from './error-summary.tsx'

it('is marked up like govuk-frontend\'s error summary', () => {
  const { container } = renderInLanguage(
    <ErrorSummary
      items={[
        { href: '#example-error-1', text: 'The date your passport was issued must be in the past' },
        { href: '#example-error-2', text: 'Enter a postcode, like AA1 1AA' },
      ]}
    />,
  )
  expect(outline(container.innerHTML)).toBe(govukFixture('error-summary', 'default'))
})

it('is announced and can take the focus', () => {
  const { getByRole, container } = renderInLanguage(<ErrorSummary items={[{ href: '#seats', text: '请填写座位数' }]} />, 'zh-CN')
  expect(getByRole('alert').textContent).toContain('请先改正以下问题')
  expect(container.querySelector('[data-error-summary]')!.getAttribute('tabindex')).toBe('-1')
})

it('is absent when nothing is wrong', () => {
  expect(renderInLanguage(<ErrorSummary items={[]} />).container.innerHTML).toBe('')
})
