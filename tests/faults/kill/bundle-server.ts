import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const CACHE = join(root, 'node_modules', '.cache')

export type Bundle = { path: string; remove(): void }

/**
 * The submission server in three files instead of hundreds, which would be read and compiled anew after each kill. It lies where
 * packages are found, each store beside its own migrations.
 */
export async function bundleServer(): Promise<Bundle> {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'faults-'))
  const chunkFileNames = ({ facadeModuleId }: { facadeModuleId: string | null }): string => `${facadeModuleId?.includes('/db/postgres/') ? 'postgres' : 'sqlite'}/[name].mjs`
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    // packages with their own native parts stay outside; finding the others by their lists of exports takes longer than running them
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
    build: {
      ssr: fileURLToPath(new URL('./submission-server.ts', import.meta.url)),
      outDir: folder,
      target: 'node24',
      rollupOptions: { output: { entryFileNames: 'server.mjs', chunkFileNames } },
    },
  })
  for (const kind of ['sqlite', 'postgres']) cpSync(join(root, 'db', kind, 'migrations'), join(folder, kind, 'migrations'), { recursive: true })
  return { path: join(folder, 'server.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
