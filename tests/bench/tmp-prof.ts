import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Session } from 'node:inspector/promises'
import { trialSubmissions } from './store/trial-submissions.ts'
import { openTwoFiles } from './store/two-files.ts'
const folder = mkdtempSync(join(tmpdir(), 'onetrip-bench-'))
const n = 3000
const changes = await trialSubmissions(n)
console.log('commit bytes', JSON.stringify(changes[0]).length, 'state', JSON.stringify(changes[0]!.state).length, 'events', changes[0]!.events.length, 'tasks', changes[0]!.tasks.length, 'timers', changes[0]!.timers.length, 'outbox', changes[0]!.outbox.length, 'tallies', changes[0]!.tallies.length, 'sources', changes[0]!.sources.length)
const files = await openTwoFiles(folder, changes, 'NORMAL')
console.log(files.theirs.left[0]!.rows.map((r) => `${r.table} ${r.rows.length}`).join(', '))
const cpu = async (run: () => unknown) => { const b = process.cpuUsage(); await run(); const { user, system } = process.cpuUsage(b); return `${(user / 1000).toFixed(0)}+${(system / 1000).toFixed(0)}` }
for (const c of changes.slice(0, 1000)) await files.ours.commit(c)
for (const l of files.theirs.left.slice(0, 1000)) files.theirs.write(l)
const s = new Session(); s.connect()
await s.post('Profiler.enable'); await s.post('Profiler.setSamplingInterval', { interval: 200 }); 
if (process.argv[2]) await s.post('Profiler.start')
console.log('ours ', await cpu(async () => { for (const c of changes.slice(1000, 2000)) await files.ours.commit(c) }))
if (process.argv[2]) {
const { profile } = await s.post('Profiler.stop')
const self = new Map<string, number>(); const byId = new Map(profile.nodes.map((x) => [x.id, x]))
profile.samples!.forEach((id, i) => { const x = byId.get(id)!; const k = `${x.callFrame.functionName} ${x.callFrame.url.split('/').slice(-2).join('/')}:${x.callFrame.lineNumber + 1}`; self.set(k, (self.get(k) ?? 0) + profile.timeDeltas![i]!) })
for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log((v / 1000).toFixed(1).padStart(8), k)
} else {
console.log('theirs', await cpu(() => files.theirs.left.slice(1000, 2000).forEach(files.theirs.write)))
console.log('ours ', await cpu(async () => { for (const c of changes.slice(2000, 3000)) await files.ours.commit(c) }))
console.log('theirs', await cpu(() => files.theirs.left.slice(2000, 3000).forEach(files.theirs.write)))
files.close()
}
rmSync(folder, { recursive: true })
process.exit(0)
