// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { govukFixture, outline } from '../govuk-fixture.ts'
import { renderInLanguage } from '../render-in-language.tsx'
import { TextArea } from './text-area.tsx'

it('is marked up like govuk-frontend\'s textarea with an error', () => {
  const { container } = renderInLanguage(
    <TextArea id="no-ni-reason" name="no-ni-reason" label="Why can’t you provide a National Insurance number?" error="You must provide an explanation" />,
  )
  expect(outline(container.innerHTML)).toBe(govukFixture('textarea', 'with error message'))
})

it('keeps what was typed', () => {
  const { getByLabelText } = renderInLanguage(<TextArea name="why" label="Why" value={'two\nlines'} />)
  expect((getByLabelText('Why') as HTMLTextAreaElement).value).toBe('two\nlines')
})
