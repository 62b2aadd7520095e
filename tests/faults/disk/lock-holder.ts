import Database from 'better-sqlite3'

/*
 * Another process that writes to a portal's file, as a backup or an operator does. It holds the file from `hold` to `let go`; `often` takes
 * it so often for so long, and says when it is done.
 */
type Word = { hold: true } | { letGo: true } | { often: number; longest: number }

const PAUSE_MS = 2
const database = new Database(process.argv[2] ?? '', { timeout: 30_000 })
// the channel keeps the process
process.send?.('ready')
process.on('message', (word: Word) => {
  if ('hold' in word) database.exec('BEGIN IMMEDIATE')
  else if ('letGo' in word) database.exec('ROLLBACK')
  else return void holdOften(word.often, word.longest).then(() => process.send?.('done'))
  process.send?.('done')
})

async function holdOften(times: number, longestMs: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    database.exec('BEGIN IMMEDIATE')
    await pause(1 + (time * 7) % longestMs)
    database.exec('ROLLBACK')
    await pause(PAUSE_MS)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
