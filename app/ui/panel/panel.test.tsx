// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { Details } from '../details/details.tsx'
import { InsetText } from '../inset-text/inset-text.tsx'
import { renderInLanguage } from '../render-in-language.tsx'
import { WarningText } from '../warning-text/warning-text.tsx'
import { Panel } from './panel.tsx'

it('heads the receipt', () => {
  const { getByRole } = renderInLanguage(<Panel title="Application received">Reference <strong>A-1</strong></Panel>)
  expect(getByRole('heading', { level: 1, name: 'Application received' })).toBeTruthy()
})

it('sets text apart, warns and folds away, in the page\'s language', () => {
  const { container, getByText } = renderInLanguage(
    <>
      <InsetText>办理期间不计时</InsetText>
      <WarningText>逾期视为放弃</WarningText>
      <Details summary="法律依据">食品安全法</Details>
    </>,
    'zh-CN',
  )
  expect(container.querySelector('.govuk-warning-text')!.textContent).toBe('注意 逾期视为放弃')
  expect(getByText('食品安全法').closest('details')!.open).toBe(false)
})
