import { beforeEach, describe, expect, test } from 'vitest'

import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildCertificate } from '#tests/factories/certificate.ts'
import { at } from '#tests/factories/definition.ts'
import { openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

import { verifyCertificate } from './verify-certificate.ts'

// Zeros and ones: what is most often taken for something else.
const CODE = '01AB0CDE1FGH0JKMN1PQ0RSTV1'

let env: TestEnvironment
beforeEach(async () => {
  env = await openTestEnvironment()
})

const issue = (overrides: Parameters<typeof buildCertificate>[0] = {}) =>
  env.store.commit(buildCommit({ certificates: [buildCertificate({ code: CODE, service: 'restaurant-opening', ...overrides })] }))
const verify = (code: string) => verifyCertificate(env, code)

test('a genuine code shows the certificate and who issued it', async () => {
  await issue()
  expect(await verify(CODE)).toEqual({ certificate: buildCertificate({ code: CODE, service: 'restaurant-opening' }), valid: true, suspendedUntil: null, department: 'market_regulation' })
})

test('a certificate of a service no longer offered is still genuine', async () => {
  await issue({ service: 'trial' })
  expect(await verify(CODE)).toMatchObject({ valid: true, department: null })
})

describe('a code is found when it is typed', () => {
  beforeEach(() => issue())

  test.each([
    ['in small letters', CODE.toLowerCase()],
    ['with O for 0', CODE.replaceAll('0', 'O')],
    ['with o for 0', CODE.replaceAll('0', 'o')],
    ['with I for 1', CODE.replaceAll('1', 'I')],
    ['with l for 1', CODE.replaceAll('1', 'l')],
    ['in groups', CODE.replace(/(.{4})/g, '$1 ')],
    ['in groups with hyphens', CODE.replace(/(.{4})/g, '$1-')],
    ['in groups with dashes that an editor made of them', CODE.replace(/(.{4})/g, '$1–')],
    ['with space and line ends around it', `\r\n\t ${CODE}\u00a0\u3000 `],
    ['in full-width letters', [...CODE].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('')],
  ])('%s', async (_, typed) => expect((await verify(typed))?.certificate.code).toBe(CODE))
})

describe('nothing is found for', () => {
  beforeEach(() => issue())

  test.each([
    ['nothing', ''],
    ['too little', '01AB'],
    ['a part of it', CODE.slice(0, -1)],
    ['more than it', `${CODE}0`],
    ['another code', CODE.replace('A', 'B')],
    ['U, which stands for no other letter', CODE.replace('V', 'U')],
    ['a pattern', '%'.repeat(26)],
    ['quotes', `${CODE.slice(0, 20)}' OR '1'='1`],
    ['letters of another script', CODE.replace('A', 'А')],
    ['far too much', '0'.repeat(100_000)],
    ['a name of the language', '__proto__constructor__proto__'],
  ])('%s', async (_, code) => expect(await verify(code)).toBeNull())
})

describe('a certificate', () => {
  test('is valid to the end of its last day in the city, and genuine ever after', async () => {
    await issue({ validUntil: '2029-03-19' })
    env.clock.now = at('2029-03-19', '23:59')
    expect(await verify(CODE)).toMatchObject({ valid: true })
    env.clock.now = at('2029-03-20', '00:00')
    expect(await verify(CODE)).toMatchObject({ valid: false, certificate: { holder: 'Li Na' } })
  })

  test('without an end stays valid', async () => {
    await issue({ validUntil: null })
    env.clock.now = at('2099-01-01')
    expect(await verify(CODE)).toMatchObject({ valid: true })
  })

  test('that was taken back is not valid, whatever is printed on it', async () => {
    await issue({ validUntil: '2029-03-19', revokedOn: '2026-02-20' })
    expect(await verify(CODE)).toMatchObject({ valid: false, certificate: { revokedOn: '2026-02-20' } })
  })

  test('that is set aside is not valid meanwhile, and is not said to be taken back', async () => {
    await issue({ validUntil: '2029-03-19', suspendedOn: '2026-02-20' })
    expect(await verify(CODE)).toMatchObject({ valid: false, certificate: { suspendedOn: '2026-02-20', revokedOn: null } })
  })

  test('that is the second of its case is found by its own number', async () => {
    await issue()
    await env.store.commit(buildCommit({ caseId: 'case-2', certificates: [buildCertificate({ caseId: 'case-2', code: `${CODE}2`, holder: 'Wang Wei' })] }))
    expect((await verify(`${CODE}2`))?.certificate.holder).toBe('Wang Wei')
    expect((await verify(CODE))?.certificate.holder).toBe('Li Na')
  })
})
