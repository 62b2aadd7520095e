import type { Actor } from '#app/kernel/case/actor.ts'
import type { Value } from '#app/kernel/case/answer.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { saveUpload } from '#app/use-cases/save-upload.ts'
import type { Dice } from '#db/demo/dice.ts'
import { samplePdf, samplePng } from '#db/demo/paperwork.ts'

/** Something an applicant could say to a question of this kind. */
export function something({ type, ...more }: QuestionType, dice: Dice, today: string): Value {
  switch (type) {
    case 'choice':
      return dice.pick('of' in more ? more.of : [''])
    case 'integer':
      return 'min' in more ? Math.min(more.max, Math.max(more.min, dice.between(1, 9))) : 1
    case 'money':
      return dice.between(0, 9) * 10_000
    case 'yes_no':
      return dice.often(0.5)
    case 'date':
      return today
    case 'phone':
      return `1380000${String(dice.between(0, 9999)).padStart(4, '0')}`
    default:
      return `words ${dice.between(0, 999_999)}`
  }
}

const MOST = 60

/** Answers what a draft still asks, picking the first of the applicant's own records. @returns is everything answered? */
export async function fillIn(env: Environment, actor: Actor, draftId: string, dice: Dice, today = '2026-04-01'): Promise<boolean> {
  for (let i = 0; i < MOST; i += 1) {
    const open = await openDraft(env, actor, draftId)
    const todo = open?.fields.find(({ state }) => state === 'todo')
    if (!open || !todo) return open !== null
    const { name, type } = todo.field
    const key = open.draft.options[name]?.[0]?.key
    const saved = type.type === 'file'
      ? await saveUpload(env, actor, draftId, name, type.accept.includes('pdf') ? { name: 'a.pdf', content: samplePdf(name) } : { name: 'a.png', content: samplePng(9, 9, 9) })
      : await saveAnswer(env, actor, draftId, name, key === undefined ? { value: something(type, dice, today) } : { pick: key })
    if (!saved.ok) return false
  }
  return false
}
