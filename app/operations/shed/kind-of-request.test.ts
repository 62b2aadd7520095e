import { describe, expect, test } from 'vitest'

import { kindOfRequest } from './kind-of-request.ts'
import type { RequestKind } from './load.ts'

const SESSION = 'preferences=x; onetrip_session=abc'

describe('a request is', () => {
  test.each<[string, string, string | undefined, RequestKind]>([
    ['GET', '/board/export.csv', SESSION, 'export'],
    ['GET', '/steward.csv', SESSION, 'export'],
    ['GET', '/my-data/access.csv', SESSION, 'export'],
    ['POST', '/my-data/export.json', SESSION, 'export'],
    ['GET', '/data.jsonld', undefined, 'export'],
    ['GET', '/board', SESSION, 'board'],
    ['GET', '/board/services/restaurant-opening', SESSION, 'board'],
    ['GET', '/steward', SESSION, 'board'],
    ['GET', '/services', undefined, 'catalogue'],
    ['GET', '/services/restaurant-opening', 'preferences=x', 'catalogue'],
    ['HEAD', '/data/companies', undefined, 'catalogue'],
    ['GET', '/services/restaurant-opening', SESSION, 'page'],
    ['GET', '/', undefined, 'guest'],
    ['GET', '/verify/ABC', undefined, 'guest'],
    ['GET', '/sign-in', undefined, 'guest'],
    ['GET', '/sign-in/city/callback', '__Host-onetrip_sign_in=abc', 'page'],
    ['GET', '/cases', '__Host-onetrip=abc', 'page'],
    ['GET', '/cases', 'xonetrip=abc', 'guest'],
    ['GET', '/boards', SESSION, 'page'],
    ['GET', '/certificates/ABC.pdf', SESSION, 'page'],
    ['POST', '/apply/1/review', SESSION, 'form'],
    ['POST', '/services/restaurant-opening', undefined, 'form'],
    ['POST', '/desk/cases/1/decide', SESSION, 'form'],
    ['POST', '/registers/health/records', undefined, 'form'],
  ])('%s %s with %s: %s', (method, path, cookie, kind) => expect(kindOfRequest({ method, path, cookie })).toBe(kind))
})
