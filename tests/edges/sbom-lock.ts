import { readFileSync } from 'node:fs'

import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ name: z.string().optional(), version: z.string().optional(), license: z.string().optional(), integrity: z.string().optional(), dev: z.boolean().optional(), optional: z.boolean().optional() }),
  ),
})
const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })

/** A package that the running portal may load. `optional`: a binary of one kind of machine, which others leave out. */
export type RuntimePackage = { name: string; version: string; licence: string | null; integrity: string | null; optional: boolean }

/** Every package of package-lock.json that is not for development alone, each version once. */
export function runtimePackages(): RuntimePackage[] {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const found = Object.entries(packages).flatMap(([path, { name, version, license, integrity, dev, optional }]): RuntimePackage[] =>
    path === '' || dev || version === undefined ? [] : [{ name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), version, licence: license ?? null, integrity: integrity ?? null, optional: optional ?? false }],
  )
  return [...new Map(found.map((one) => [`${one.name}@${one.version}`, one])).values()]
}

/** What package.json asks for, by name and exact version. */
export const askedPackages = () => packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')))
