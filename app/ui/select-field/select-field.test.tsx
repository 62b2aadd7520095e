// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { SelectField } from './select-field.tsx'

it('selects the answer and reads hint and error', () => {
  const { getByRole } = renderInLanguage(
    <SelectField name="district" label="District" hint="Where it stands" error="Choose one" value="b" items={[{ value: 'a', text: 'A' }, { value: 'b', text: 'B' }]} />,
  )
  const select = getByRole('combobox', { name: 'District' }) as HTMLSelectElement
  expect(select.value).toBe('b')
  expect(select.getAttribute('aria-describedby')).toBe('district-hint district-error')
})
