// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { renderInLanguage } from '../render-in-language.tsx'
import { Pagination } from './pagination.tsx'

it('leads to the neighbours there are', () => {
  const { getByRole, queryByRole } = renderInLanguage(<Pagination next="/desk?after=9" />)
  expect(getByRole('link', { name: 'Next page' }).getAttribute('href')).toBe('/desk?after=9')
  expect(queryByRole('link', { name: 'Previous page' })).toBeNull()
})

it('is absent when everything fits', () => expect(renderInLanguage(<Pagination />).container.innerHTML).toBe(''))
