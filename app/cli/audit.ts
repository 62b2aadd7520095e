import { readSettings } from '#app/env.server.ts'
import { pathOf } from '#db/open-store.server.ts'
import { type BrokenReason, UnreadableDatabase, type Verified, verifyEvents } from '#db/sqlite/verify-events.server.ts'

/** `npm run audit -- verify [--json]`: exit code 0 when every event is as it was written, 1 when not, 2 when nothing could be verified. */
const reasons: Record<BrokenReason, string> = {
  hash: 'the event is not the one that was written here',
  gap: 'an event before it is missing',
  cut_off: 'the events do not end where the case says they do',
}

const [command, ...rest] = process.argv.slice(2)
const json = rest.includes('--json')

if (command !== 'verify' || rest.some((argument) => argument !== '--json')) {
  fail('usage: npm run audit -- verify [--json]')
} else {
  verify()
}

function verify(): void {
  const read = readSettings()
  if (!read.ok) return fail(['The settings are not right:', ...read.messages].join('\n'))
  const path = pathOf(read.settings.DATABASE_URL)
  if (path === null) return fail('DATABASE_URL names no database file. Write file: and a path, as in file:data/onetrip.db')
  try {
    report(verifyEvents(path))
  } catch (error) {
    if (!(error instanceof UnreadableDatabase)) throw error
    fail(error.message)
  }
}

function report({ cases, events, broken }: Verified): void {
  process.exitCode = broken ? 1 : 0
  if (json) return console.log(JSON.stringify({ ok: broken === null, cases, events, broken }))
  if (broken) {
    console.log(`BROKEN  case ${broken.caseId}, version ${broken.version}: ${reasons[broken.reason]} (${broken.reason})`)
    console.log(`Before it, ${events} events of ${cases} cases were sound; what follows was not looked at.`)
  } else {
    console.log(`sound   ${events} events of ${cases} cases`)
  }
}

/** Nothing was verified, which is not the same as sound. */
function fail(message: string): void {
  console.error(message)
  process.exitCode = 2
}
