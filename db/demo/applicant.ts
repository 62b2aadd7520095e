import type { Actor } from '#app/kernel/case/actor.ts'
import { type Answer, type Answers, given } from '#app/kernel/case/answer.ts'
import { type CaseState, openReturn } from '#app/kernel/case/case-state.ts'
import { isoDate, dayNumber } from '#app/kernel/clock/iso-date.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { DataField } from '#app/kernel/definition/definition.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { type Input, saveAnswer } from '#app/use-cases/save-answer.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { storeUpload } from '#app/use-cases/store-upload.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import type { StoredPerson } from '#db/store.ts'

import type { Dice } from './dice.ts'
import { personName, phone } from './names.ts'
import { samplePdf, samplePng } from './paperwork.ts'

/** A citizen who applies for something, answering whatever is asked with something plausible. */
export class Applicant {
  submitted = 0
  private readonly env: Environment
  private readonly dice: Dice

  constructor(env: Environment, dice: Dice) {
    this.env = env
    this.dice = dice
  }

  /** The ref of the case, or null when this citizen could not apply or left the draft. */
  async apply(citizens: readonly StoredPerson[]): Promise<string | null> {
    const service = this.dice.pick(['restaurant-opening', 'restaurant-opening', 'disabled-parking-badge', 'driving-licence-renewal', 'driving-licence-renewal'])
    const business = this.env.catalogue.services[service]?.audience === 'business'
    return this.applyFor(this.dice.pick(business ? citizens.filter((one) => one.companies.length > 0) : citizens), service)
  }

  /** As `apply`, for one citizen and one service. */
  async applyFor(person: StoredPerson, service: string): Promise<string | null> {
    const business = this.env.catalogue.services[service]?.audience === 'business'
    const company = business ? (person.companies[0]?.code ?? null) : null
    const actor: Actor = { kind: 'citizen', id: person.id, name: person.name, companies: person.companies.map((one) => one.code) }
    const started = await startApplication(this.env, actor, service, { company, mandate: null })
    if (!started.ok) return null
    await agreeToSources(this.env, actor, started.draftId, [])
    const complete = await this.answerAll(actor, started.draftId)
    if (!complete || this.dice.often(0.04)) return null
    const submitted = await submitApplication(this.env, actor, started.draftId)
    if (!submitted.ok) return null
    this.submitted += 1
    return submitted.ref
  }

  /** Answers open questions until none is left; later answers may ask more. */
  private async answerAll(actor: Actor, draftId: string): Promise<boolean> {
    for (let i = 0; i < 40; i += 1) {
      const open = await openDraft(this.env, actor, draftId)
      if (!open || open.unmet.length > 0) {
        await this.env.store.drafts.remove(draftId)
        return false
      }
      const todo = open.fields.find((one) => one.state === 'todo')
      if (!todo) return true
      const option = open.draft.options[todo.field.name]?.[0]
      const input: Input = option ? { pick: option.key } : inputOf(await this.answer(actor, todo.field))
      const saved = await saveAnswer(this.env, actor, draftId, todo.field.name, input)
      if (!saved.ok) {
        await this.env.store.drafts.remove(draftId)
        return false
      }
    }
    return false
  }

  private async answer(actor: Actor, field: DataField): Promise<Answer> {
    const { type } = field
    switch (type.type) {
      case 'choice':
        return given(this.dice.pick(type.of))
      case 'integer':
        return given(this.dice.between(Math.max(type.min, 8), Math.min(type.max, 120)))
      case 'yes_no':
        return given(this.dice.often(0.6))
      case 'date':
        return given(isoDate(dayNumber(localDate(this.env.catalogue.calendar, this.env.now())) + this.dice.between(20, 60)))
      case 'phone':
        return given(phone(this.dice))
      case 'file':
        return this.upload(actor, field.name, type.accept.includes('pdf'))
      case 'money':
        return given(0)
      case 'text':
        return given(field.concept === 'food_safety_training' ? `SP${this.dice.between(100000, 999999)}` : personName(this.dice))
      default:
        return type satisfies never
    }
  }

  private async upload(actor: Actor, name: string, pdf: boolean): Promise<Answer> {
    const content = pdf ? samplePdf(name) : samplePng(this.dice.between(120, 220), this.dice.between(150, 220), this.dice.between(150, 220))
    const file = await storeUpload(this.env, actor, { name: `${name}.${pdf ? 'pdf' : 'png'}`, content }, null)
    return given(file.id, file)
  }

  /** Answers to all that a return names. */
  async correction(state: CaseState, actor: Actor): Promise<{ sent: { stage: string; round: number }; answers: Answers } | null> {
    const open = openReturn(state)
    const definition = this.env.catalogue.services[state.service]
    if (!open || !definition) return null
    const answers: Record<string, Answer> = {}
    for (const { name } of open.sent.items) {
      const field = definition.data[name]
      if (field) answers[name] = field.type.type === 'file' ? await this.upload(actor, name, field.type.accept.includes('pdf')) : (state.answers[name] ?? (await this.answer(actor, field)))
    }
    return { sent: { stage: open.stage, round: open.sent.round }, answers }
  }
}

const inputOf = (answer: Answer): Input => (answer.file ? { value: answer.value, file: answer.file } : { value: answer.value })
