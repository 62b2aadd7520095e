import { EventEmitter } from 'node:events'
import { DatabaseSync } from 'node:sqlite'

import { Engine } from 'bpmn-engine'

import { serveCases } from './serve-cases.js'

/**
 * bpmn-engine with five user tasks in a row, its state kept in SQLite: at each step recovered from there, signalled, kept again, as a
 * server does between two requests. `node steps-bpmn.js DATABASE`.
 */
const STEPS = 5
const tasks = Array.from({ length: STEPS }, (_, at) => `<userTask id="step_${at}" /><sequenceFlow id="to_${at}" sourceRef="${at === 0 ? 'start' : `step_${at - 1}`}" targetRef="step_${at}" />`)
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="case" isExecutable="true"><startEvent id="start" />${tasks.join('')}<endEvent id="end" /><sequenceFlow id="to_end" sourceRef="step_${STEPS - 1}" targetRef="end" /></process>
</definitions>`

const database = new DatabaseSync(process.argv[2])
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE cases (id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT')
const keep = database.prepare('INSERT INTO cases VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state')
const kept = database.prepare('SELECT state FROM cases WHERE id = ?')

async function runCase(id) {
  const begun = new Engine({ name: 'case', source })
  await begun.execute({ listener: new EventEmitter() })
  await keepState(id, begun)
  for (let at = 0; at < STEPS; at += 1) {
    const engine = new Engine({ name: 'case' }).recover(JSON.parse(kept.get(id).state))
    const execution = await engine.resume({ listener: new EventEmitter() })
    execution.signal({ id: `step_${at}` })
    await keepState(id, engine)
  }
  const { state } = JSON.parse(kept.get(id).state)
  if (state !== 'idle') throw new Error(`a case of five steps is ${state}`)
}

async function keepState(id, engine) {
  const state = await engine.getState()
  engine.stop()
  keep.run(id, JSON.stringify(state))
}

serveCases(runCase, () => database.close())
