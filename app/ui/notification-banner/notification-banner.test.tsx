// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { NotificationBanner } from './notification-banner.tsx'

it('is a named region, and an alert when something has just happened', () => {
  const { getByRole } = renderInLanguage(
    <>
      <NotificationBanner tone="urgent" heading="Send the floor plan again" />
      <NotificationBanner tone="success">Saved</NotificationBanner>
    </>,
  )
  expect(getByRole('region', { name: 'Action needed' }).textContent).toContain('floor plan')
  expect(getByRole('alert', { name: 'Done' }).textContent).toContain('Saved')
})
