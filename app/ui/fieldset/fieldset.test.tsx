// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { govukFixture, outline } from '../govuk-fixture.ts'
import { renderInLanguage } from '../render-in-language.tsx'
import { Fieldset } from './fieldset.tsx'

it('is marked up like govuk-frontend\'s fieldset with a heading', () => {
  const { container } = renderInLanguage(<Fieldset legend="What is your address?" heading size="l">{null}</Fieldset>)
  const expected = govukFixture('fieldset', 'as page heading l')
  expect(outline(container.innerHTML)).toBe(expected)
})

it('marks what is optional, in the language of the page', () => {
  const { getByRole } = renderInLanguage(<Fieldset legend="地址" optional>{null}</Fieldset>, 'zh-CN')
  expect(getByRole('group', { name: '地址（选填）' })).toBeTruthy()
})
