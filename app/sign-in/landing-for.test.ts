import { expect, it } from 'vitest'

import { buildClerk, buildPerson } from '#tests/factories/person.ts'

import { landingFor } from './landing-for.ts'

it('takes everybody to their own place', () => {
  expect(landingFor(buildPerson(), '/')).toBe('/')
  expect(landingFor(buildClerk(), '/')).toBe('/desk')
  expect(landingFor(buildClerk({ desks: ['lead.manager'] }), '/')).toBe('/board')
  expect(landingFor(buildClerk({ desks: ['lead.security_officer'] }), '/')).toBe('/security')
})

it('goes back to where somebody came from', () => expect(landingFor(buildClerk(), '/services/x')).toBe('/services/x'))
