import { readSettings, type Settings } from '#app/env.server.ts'

import { backup } from './store/backup.ts'
import { copy } from './store/copy.ts'
import { restore } from './store/restore.ts'
import { StoreRefusal } from './store/store-refusal.ts'

/** `npm run store -- …`: exit code 0 when done, 1 when what would have been kept is not sound, 2 when nothing could be done. */
const usage = 'usage: npm run store -- backup TO | restore FROM | copy FROM TO'

/** Each takes its arguments and gives lines to print. */
type Command = { arguments: number; run(settings: Settings, ...given: string[]): Promise<readonly string[]> }
const commands: Readonly<Record<string, Command>> = {
  backup: { arguments: 1, run: (settings, to = '') => backup(settings, to) },
  restore: { arguments: 1, run: (settings, from = '') => restore(settings, from) },
  copy: { arguments: 2, run: (_settings, from = '', to = '') => copy(from, to, (line) => console.error(line)) },
}

try {
  for (const line of await run(...process.argv.slice(2))) console.log(line)
} catch (error) {
  if (!(error instanceof StoreRefusal)) throw error
  console.error(error.message)
  process.exitCode = error.code
}

async function run(name = '', ...given: string[]): Promise<readonly string[]> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command || given.length !== command.arguments || given.includes('')) throw new StoreRefusal(2, usage)
  const read = readSettings()
  if (!read.ok) throw new StoreRefusal(2, ['The settings are not right:', ...read.messages].join('\n'))
  return command.run(read.settings, ...given)
}
