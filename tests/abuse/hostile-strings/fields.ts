import type { Actor } from '#app/kernel/case/actor.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { saveUpload } from '#app/use-cases/save-upload.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { Dice } from '#db/demo/dice.ts'
import { samplePdf, samplePng } from '#db/demo/paperwork.ts'
import { something } from '#tests/shared-records/fill-in.ts'

import type { Client } from '../client.ts'

import { checkPage, type Tally } from './checked.ts'
import { type Look, lookAt } from './look.ts'
import { controlStrings, type Hostile, worst } from './strings.ts'

const QUESTIONS = 60
const SOME_DAY = '2026-04-01'

/** Answers a draft to its end, giving every question that takes typing each of the worst texts first. @param most how many texts each */
export async function tryEveryQuestion(env: Environment, actor: Actor, client: Client, draft: string, tally: Tally, most: number): Promise<void> {
  const tried = new Set<string>()
  for (let i = 0; i < QUESTIONS; i += 1) {
    const open = await openDraft(env, actor, draft)
    const typed = open?.fields.find(({ asked, field }) => asked && !tried.has(field.name) && open.draft.options[field.name] === undefined && ['text', 'phone', 'integer', 'money', 'date'].includes(field.type.type))
    if (typed) {
      tried.add(typed.field.name)
      await tryQuestion(client, `/apply/${draft}/${typed.field.name}`, typed.field.name, typed.field.type.type, tally, most)
    }
    const todo = typed ? null : open?.fields.find(({ state }) => state === 'todo')
    if (!todo && !typed) return
    if (!todo || !open) continue
    const { name, type } = todo.field
    const key = open.draft.options[name]?.[0]?.key
    const value = something(type, new Dice(1), SOME_DAY)
    await (type.type === 'file' ? saveUpload(env, actor, draft, name, type.accept.includes('pdf') ? { name: 'a.pdf', content: samplePdf(name) } : { name: 'a.png', content: samplePng(9, 9, 9) }) : saveAnswer(env, actor, draft, name, key === undefined ? { value } : { pick: key }))
  }
}

/** The worst texts, beginning with another one: every question is given its own share. */
function turned(by: number): Hostile[] {
  const all = worst()
  const at = by % all.length
  return [...all.slice(at), ...all.slice(0, at)]
}

/** One question: each text is kept and shown, or refused with the question named and the text in its field. */
async function tryQuestion(client: Client, path: string, name: string, type: string, tally: Tally, most: number): Promise<void> {
  const send = (text: string) => client.post(path, type === 'date' ? { [`${name}-year`]: text, [`${name}-month`]: text, [`${name}-day`]: text } : { [name]: text })
  const harmless = new Map<number, Look>()
  for (const text of ['words', 'wo\u0001rds', 'words'.repeat(2000)]) {
    const answer = await send(text)
    if (answer.status === 422) harmless.set(422, lookAt(await answer.text()))
    else harmless.set(303, lookAt(await (await client.get(path)).text()))
  }
  for (const { kind, text } of [...turned(tally.fields.size * most).slice(0, most), ...controlStrings()]) {
    const answer = await send(text)
    tally.strings.add(text)
    const baseline = harmless.get(answer.status)
    if (!baseline) tally.wrongs.push(`${path}: ${answer.status} for ${JSON.stringify(text)}`)
    else if (kind === 'control') continue
    else checkPage(tally, path.replace(/[0-9a-f-]{36}/, '…'), answer.status === 422 ? await answer.text() : await (await client.get(path)).text(), baseline, [text])
  }
}
