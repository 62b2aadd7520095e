import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import express from 'express'
import { expect, test } from 'vitest'

import { lineTo } from '#app/sign-in/provider/provider-line.ts'
import type { SignIn } from '#app/sign-in/sign-in.ts'
import { buildSignIn } from '#tests/factories/sign-in.ts'

import { securityHeaders } from './security-headers.ts'

/** The headers of an answer of a portal where people sign in like this. */
async function headersOf(signIn: SignIn): Promise<Headers> {
  const app = express()
  app.use((_request, response, next) => {
    response.locals.nonce = 'bm9uY2U='
    next()
  })
  app.use(securityHeaders(signIn))
  app.get('/', (_request, response) => void response.end())
  const server = await new Promise<Server>((done) => {
    const listening = app.listen(0, '127.0.0.1', () => done(listening))
  })
  const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await new Promise((done) => server.close(done))
  return headers
}

test('browsers run and load what is ours alone, and let nobody frame it', async () => {
  const headers = await headersOf(buildSignIn())
  const policy = Object.fromEntries((headers.get('Content-Security-Policy') ?? '').split(';').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]))
  expect(policy).toEqual({
    'default-src': "'none'",
    'script-src': "'self' 'nonce-bm9uY2U='",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
  })
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Referrer-Policy')).toBe('same-origin')
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
})

test('forms may lead to who vouches for people', async () => {
  const provider = { id: 'city', issuer: 'https://id.city.example/realm', clientId: 'x', clientSecret: 'x', name: { 'zh-CN': '市', en: 'City', ar: 'مدينة' }, for: 'citizens', identityClaim: 'sub', nameClaim: 'name', scope: 'openid', levels: {}, secondFactor: { acr: [], amr: [] }, endSession: false, addresses: [] } as const
  const line = lineTo(provider, Date.now)
  expect((await headersOf(buildSignIn({ providers: [line] }))).get('Content-Security-Policy')).toContain("form-action 'self' https://id.city.example;")
  await line.close()
})

test('where there is HTTPS, browsers stay with it for a year; on one’s own machine nothing is said of it', async () => {
  expect((await headersOf(buildSignIn({ publicUrl: 'https://portal.city.example' }))).get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains')
  for (const publicUrl of [null, 'http://127.0.0.1:3000']) expect((await headersOf(buildSignIn({ publicUrl }))).get('Strict-Transport-Security')).toBeNull()
})
