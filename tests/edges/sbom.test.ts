import { execFileSync } from 'node:child_process'

import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

import { askedPackages, runtimePackages } from './sbom-lock.ts'

const bomSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      purl: z.string(),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })).default([]),
      properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    }),
  ),
})
type Component = z.infer<typeof bomSchema>['components'][number]

let components: readonly Component[]
/** From the lock alone, without network. `--omit dev` would leave out what development uses as well, express among it. */
beforeAll(() => {
  const bom = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { encoding: 'utf8', maxBuffer: 64_000_000, stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32' })
  components = bomSchema.parse(JSON.parse(bom)).components
})

const find = (name: string, version: string): Component | undefined => components.find((one) => one.name === name && one.version === version)
const isForDevelopment = ({ properties }: Component): boolean => properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true')

test('the bill of materials names whatever the portal asks for, at the version it asks for', () => {
  const { dependencies, devDependencies } = askedPackages()
  expect(Object.keys(dependencies).length).toBeGreaterThan(20)
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) expect(find(name, version)?.purl, name).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`)
})

test('and whatever that brings along, none of it as a thing of development', () => {
  const packages = runtimePackages()
  expect(packages.length).toBeGreaterThan(150)
  expect(packages.filter(({ name, version }) => !find(name, version)).map(({ name }) => name)).toEqual([])
  expect(packages.filter(({ name, version }) => isForDevelopment(find(name, version)!)).map(({ name }) => name)).toEqual([])
  expect(components.filter(isForDevelopment).length).toBeGreaterThan(100)
})

test('and the hash that each is installed by, but for binaries of other machines', () => {
  const unfixed = runtimePackages().filter(({ integrity, optional }) => integrity === null && !optional)
  expect(unfixed).toEqual([])
  for (const { name, version, integrity } of runtimePackages()) {
    if (integrity === null) continue
    const hex = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')
    expect(find(name, version)?.hashes, name).toContainEqual({ alg: 'SHA-512', content: hex })
  }
})
