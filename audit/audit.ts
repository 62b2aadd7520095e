import { parseArgs } from 'node:util'

import { type Outcome, runAudit } from './run.ts'

/**
 * `node audit/audit.ts DATABASE [--json] [--checkpoints FILE] [--key FILE]`: the verifier by itself, for an auditor with this
 * folder, better-sqlite3 (and pg), a copy of the database or the address of a PostgreSQL server, and what the second place and the
 * portal's owner gave them.
 */
const options = { json: { type: 'boolean', default: false }, checkpoints: { type: 'string' }, key: { type: 'string' } } as const

const outcome = await run()
if (outcome.code === 2) process.stderr.write(`${outcome.err}\n`)
else process.stdout.write(`${outcome.out}\n`)
process.exitCode = outcome.code

async function run(): Promise<Outcome> {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [path, ...rest] = positionals
    if (path !== undefined && rest.length === 0) return await runAudit({ path, json: values.json, checkpoints: values.checkpoints ?? null, key: values.key === undefined ? null : { file: values.key } })
  } catch {
    // told below
  }
  return { code: 2, err: 'usage: node audit/audit.ts DATABASE [--json] [--checkpoints FILE] [--key FILE]' }
}
