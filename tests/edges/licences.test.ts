import { describe, expect, test } from 'vitest'

import { runtimePackages } from './sbom-lock.ts'

/** SPDX ids of licences under which a government may run, change and hand on the portal without giving anything away but the notice. */
const PERMITTED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', 'Unlicense'])

/** The lock says none of binaries that are not for this machine: they have that of the package they belong to. */
const OF_A_PLATFORM = /^(@myriaddreamin\/typst-ts-node-compiler)-(?:android|darwin|linux|win32)-[\w-]+$/

/** May what is under this SPDX expression be used? Of several joined by AND each has to be permitted, of OR one. */
const isPermitted = (expression: string): boolean =>
  expression.replaceAll(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((id) => PERMITTED.has(id.trim())))

const packages = runtimePackages()

/** The licence of a package, or of the package whose binary it is. */
function licenceOf({ name, licence }: (typeof packages)[number]): string | null {
  const whole = OF_A_PLATFORM.exec(name)?.[1]
  return licence ?? packages.find((one) => one.name === whole)?.licence ?? null
}

test('everything that the running portal loads is under a licence that is permitted', () => {
  expect(packages.length).toBeGreaterThan(150)
  const refused = packages.map((one) => ({ name: one.name, licence: licenceOf(one) })).filter(({ licence }) => licence === null || !isPermitted(licence))
  expect(refused).toEqual([])
})

describe('a licence', () => {
  test.each(['MIT', '(Apache-2.0 AND MIT)', '(Unlicense OR GPL-3.0-only)', 'MIT AND OFL-1.1'])('of %s is permitted', (expression) => expect(isPermitted(expression)).toBe(true))
  test.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN LICENSE', 'UNLICENSED', 'BUSL-1.1', ''])('of %j is not', (expression) => expect(isPermitted(expression)).toBe(false))
})
