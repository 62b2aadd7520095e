import { fiveStepsOn, runFiveSteps } from './engines/five-steps.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
const store = openMemoryStore()
let n = 0
const env = fiveStepsOn({ ...store, commit: (c) => { n++; if (n < 6 || n > 10) console.log(n, c.events.map((e) => e.type).join(' '), 'state', JSON.stringify(c.state).length, 'tasks', c.tasks.length, 'timers', JSON.stringify(c.timers), 'outbox', c.outbox.length, 'tallies', JSON.stringify(c.tallies), 'turn', JSON.stringify(c.turnarounds)); if (n === 5 || n === 11) console.log(JSON.stringify(c, null, 1)); return store.commit(c) } })
await runFiveSteps(env, 'k1')
