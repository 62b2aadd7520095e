import { join } from 'node:path'

import { build } from 'esbuild'

/** Components are written in JSX, which Node does not read. @returns the path of one file with all that an entry needs */
export async function bundle(entry: string, folder: string): Promise<string> {
  const outfile = join(folder, `${entry}.cjs`)
  await build({ entryPoints: [join(import.meta.dirname, entry)], outfile, bundle: true, platform: 'node', format: 'cjs', jsx: 'automatic', loader: { '.svg': 'text' }, target: 'node24', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'error', logOverride: { 'empty-import-meta': 'silent', 'tsconfig.json': 'silent' } })
  return outfile
}
