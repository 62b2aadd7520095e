import { readFileSync } from 'node:fs'

import { readSettings } from '#app/env.server.ts'
import { invite } from '#app/sign-in/second-factor/invitation.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Store } from '#db/store.ts'

import { soundCatalogue, StartError } from './connect-portal.ts'
import { keptStore } from './kept-store.ts'
import { importStaff } from './staff/import-staff.ts'
import { printStaff } from './staff/print-staff.ts'
import { readStaffFile } from './staff/read-staff-file.ts'

/** `npm run staff -- import FILE.yaml | list | invite ID | forget-keys ID | end-sessions ID`: who works here, at which desks, and how they prove it is them. `end-sessions` takes citizens too. */
const usage = 'usage: npm run staff -- import FILE.yaml | list | invite ID | forget-keys ID | end-sessions ID'

const [command, argument, ...rest] = process.argv.slice(2)
const commands: Readonly<Record<string, (store: Store, argument: string) => Promise<readonly string[]>>> = {
  import: importFile,
  list: async (store) => (await store.people.staff()).map(printStaff),
  invite: inviteOne,
  'forget-keys': forgetKeys,
  'end-sessions': endSessions,
}

try {
  await run()
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const chosen = command !== undefined && Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!chosen || rest.length > 0 || (argument === undefined) !== (command === 'list')) throw new StartError(usage)
  const store = await keptStore()
  if (!store) throw new StartError('There is no database yet: start the portal once (npm run serve).')
  try {
    for (const line of await chosen(store, argument ?? '')) console.log(line)
  } finally {
    await store.close()
  }
}

async function importFile(store: Store, path: string): Promise<readonly string[]> {
  const read = readSettings()
  if (!read.ok) throw new StartError(read.messages.join('\n'))
  const catalogue = soundCatalogue(read.settings)
  const file = readStaffFile(readFileSync(path, 'utf8'), catalogue)
  if (!file.ok) throw new StartError([`${path} is not imported:`, ...file.messages].join('\n'))
  const { put, removed } = await importStaff(store, file.staff, Date.now())
  return [`${put} people with their desks`, ...removed.map((person) => `removed: ${printStaff(person)}`)]
}

async function inviteOne(store: Store, id: string): Promise<readonly string[]> {
  const person = await store.people.find(id)
  if (person?.kind !== 'staff') throw new StartError(`${id} is nobody who works here: see npm run staff -- list`)
  const code = await invite({ store, now: Date.now, chance: makeChance() }, id)
  return [code, `for ${person.name}: works once, within 24 hours, to register a security key`]
}

async function forgetKeys(store: Store, id: string): Promise<readonly string[]> {
  const count = await store.credentials.removeOf(id)
  await store.sessions.revokeOthers(id, null, Date.now())
  return [`${count} security keys of ${id} are worth nothing any more, and all their sessions have ended`]
}

async function endSessions(store: Store, id: string): Promise<readonly string[]> {
  if (!(await store.people.find(id))) throw new StartError(`${id} is nobody who is known here`)
  return [`${await store.sessions.revokeOthers(id, null, Date.now())} sessions of ${id} have ended`]
}
