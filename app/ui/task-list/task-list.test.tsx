// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { TaskList } from './task-list.tsx'

it('links each task and reads its hint and status with it', () => {
  const { getByRole, getByText } = renderInLanguage(<TaskList items={[{ title: 'Premises', href: '/p', hint: 'From the cadastre', status: 'notStarted' }]} />)
  expect(getByRole('link', { name: 'Premises' }).getAttribute('aria-describedby')).toBe('task-1-hint task-1-status')
  expect(getByText('Not yet started').className).toContain('govuk-tag')
})

it('does not link what cannot start yet', () => {
  const { queryByRole, getByText } = renderInLanguage(<TaskList items={[{ title: '核对并提交', href: '/review', status: 'cannotStart' }]} />, 'zh-CN')
  expect(queryByRole('link')).toBeNull()
  expect(getByText('暂不能填写')).toBeTruthy()
})

it('says "Completed" as plain text', () => {
  const { container } = renderInLanguage(<TaskList items={[{ title: 'Seats', href: '/s', status: 'completed' }]} />)
  expect(container.querySelector('.govuk-tag')).toBeNull()
})
