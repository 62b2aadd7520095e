import { rowOf } from './harness/row.ts'
import * as q from './rows/scale/queue-scale.ts'
const [folder = '', rounds = '5', share = '1'] = process.argv.slice(2)
for (const bench of Object.values(q)) console.log(JSON.stringify(rowOf(bench, await bench.measure({ rounds: Number(rounds), share: Number(share), folder }))))
