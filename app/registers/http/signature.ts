import { createHash, createSecretKey, type KeyObject } from 'node:crypto'

import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'

import { SIGNATURE_SECONDS, SKEW_SECONDS } from './limits.ts'

/** Who the portal is in a signature; a register is its id. */
const PORTAL = 'portal'
/** Of what kind a signature is, so that a request's can't pass for an answer's (RFC 8725, 3.11). */
const REQUEST = 'register-request+jwt'
const ANSWER = 'register-answer+jwt'

/** The shortest secret: as long as what HS256 makes of it (RFC 7518, 3.2). */
export const SECRET_LENGTH = 32

/** @param secret what the portal and one register share, at least `SECRET_LENGTH` characters */
export const signingKey = (secret: string): KeyObject => createSecretKey(Buffer.from(secret, 'utf8'))

/** The portal's signature under a request to a register: these bytes, once, within a minute. @param id names this try and no other */
export function signRequest(key: KeyObject, register: string, id: string, body: Uint8Array): Promise<string> {
  return sign(key, REQUEST, { iss: PORTAL, aud: register, jti: id }, body)
}

/** The id of a request that the portal signed for this register, or null. Whether it came before is for the register to know. */
export async function requestSigned(key: KeyObject, register: string, token: string, body: Uint8Array): Promise<string | null> {
  const claims = await verified(key, token, { typ: REQUEST, issuer: PORTAL, audience: register }, body)
  return claims?.jti ?? null
}

/** A register's signature under its answer to one request. */
export function signAnswer(key: KeyObject, register: string, to: string, body: Uint8Array): Promise<string> {
  return sign(key, ANSWER, { iss: register, aud: PORTAL, re: to }, body)
}

/** Did this register sign these bytes, as the answer to this request? */
export async function answerSigned(key: KeyObject, register: string, to: string, token: string, body: Uint8Array): Promise<boolean> {
  const claims = await verified(key, token, { typ: ANSWER, issuer: register, audience: PORTAL }, body)
  return claims?.re === to
}

const digest = (body: Uint8Array): string => createHash('sha256').update(body).digest('base64url')

function sign(key: KeyObject, typ: string, claims: JWTPayload, body: Uint8Array): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ ...claims, iat: now, exp: now + SIGNATURE_SECONDS, body_sha256: digest(body) }).setProtectedHeader({ alg: 'HS256', typ }).sign(key)
}

/** The claims, when the signature is right, still holds, and is under this body. */
async function verified(key: KeyObject, token: string, from: { typ: string; issuer: string; audience: string }, body: Uint8Array): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, key, { ...from, algorithms: ['HS256'], maxTokenAge: SIGNATURE_SECONDS, clockTolerance: SKEW_SECONDS, requiredClaims: ['exp'] })
    return payload.body_sha256 === digest(body) ? payload : null
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
