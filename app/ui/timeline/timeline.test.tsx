// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { Timeline } from './timeline.tsx'

it('puts the newest first', () => {
  const { getAllByRole } = renderInLanguage(
    <Timeline events={[{ id: '1', title: 'Submitted', at: '2026-11-02' }, { id: '2', title: 'Accepted', at: '2026-11-03', by: 'Food desk', tone: 'good' }]} format="long" />,
  )
  expect(getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Accepted3 November 2026 · Food desk', 'Submitted2 November 2026'])
})
