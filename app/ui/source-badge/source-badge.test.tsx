// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { SourceBadge } from './source-badge.tsx'

it('says register, date and whether the value can be changed', () => {
  const source = { register: '市场主体登记库', asOf: '2026-10-01', locked: true }
  expect(renderInLanguage(<SourceBadge {...source} />, 'zh-CN').container.textContent).toBe('市场主体登记库，2026年10月1日以登记信息为准')
  expect(renderInLanguage(<SourceBadge {...source} locked={false} />).container.textContent).toContain('You can change this')
})
