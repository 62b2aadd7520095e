import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

import { isSecure, type SignIn } from '#app/sign-in/sign-in.ts'

const YEAR_SECONDS = 31_536_000

/**
 * What every answer tells browsers: run and load what is ours alone, be framed by nobody, guess no types, and over HTTPS only
 * where there is HTTPS. Reads the nonce of `response.locals`.
 */
export function securityHeaders(signIn: SignIn): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${String((response as Response).locals.nonce)}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        // Where forms may lead to beside here: browsers hold a form's redirects to it too.
        formAction: ["'self'", ...signIn.providers.map(({ provider }) => new URL(provider.issuer).origin)],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // Refs and codes stand in addresses: they are nobody else's to know.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure(signIn) ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
  })
}
