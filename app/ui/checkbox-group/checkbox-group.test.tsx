// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'

const items = [{ value: 'food', text: 'Food' }, { value: 'fire', text: 'Fire', disabled: true }]

it('checks every answer', () => {
  const { getAllByRole } = renderInLanguage(<CheckboxGroup name="reviews" label="Reviews" items={items} values={['food', 'fire']} />)
  expect(getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked)).toEqual([true, true])
})

it('groups the boxes under one question and its error', () => {
  const { getByRole } = renderInLanguage(<CheckboxGroup name="reviews" label="评审" items={items} error="请至少选一项" />, 'zh-CN')
  const group = getByRole('group', { name: '评审' })
  expect(group.getAttribute('aria-describedby')).toBe('reviews-error')
  expect(group.textContent).toContain('错误： 请至少选一项')
})
