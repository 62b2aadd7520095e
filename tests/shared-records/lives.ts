import { registerActor } from '#app/kernel/case/actor.ts'
import { openTasks } from '#app/kernel/case/case-state.ts'
import { agreeToSource, agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { lookAtOwnRecords } from '#app/use-cases/look-at-own-records.ts'
import { findChildren } from '#app/use-cases/mandates/find-children.ts'
import { openCaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { openFile } from '#app/use-cases/open-file.ts'
import { receiveRecord } from '#app/use-cases/receive-record.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { takeNext } from '#app/use-cases/take-next.ts'
import type { Dice } from '#db/demo/dice.ts'
import type { StoredPerson } from '#db/store.ts'

import { aboutWhom, departmentOf, visible } from './desk-oracle.ts'
import { fillIn } from './fill-in.ts'
import { agreementOf, registers, registersOf, services, subjectOf } from './files.ts'
import type { Said } from './tally.ts'
import { TODAY, whoIs, type World } from './world.ts'

const offered = Object.values(services).filter(({ byLink }) => !byLink)

/** People and clerks going about their business; each says what it has read, for whoever counts. */
export class Lives {
  /** Who began each draft. */
  readonly drafts = new Map<string, string>()
  readonly refs: string[] = []
  private readonly world: World
  private readonly dice: Dice
  private readonly say: (said: Said) => void

  constructor(world: World, dice: Dice, say: (said: Said) => void) {
    this.world = world
    this.dice = dice
    this.say = say
  }

  /** Applies for something that suits them: opens a draft, has it read again now and then, and hands it in if it is taken. */
  async apply(who: StoredPerson): Promise<void> {
    const suitable = offered.filter(({ audience }) => audience === 'person' || who.companies.length > 0)
    const service = this.dice.pick(suitable)
    const actor = await whoIs(this.world, who.id)
    const started = await startApplication(this.world, actor, service.id, { company: service.audience === 'business' ? (who.companies[0]?.code ?? null) : null, mandate: null })
    if (!started.ok) throw new Error(JSON.stringify(started))
    const { draftId } = started
    this.drafts.set(draftId, who.id)
    const declined = registersOf(service).filter(() => this.dice.often(0.1))
    await agreeToSources(this.world, actor, draftId, declined)
    if (declined[0] && this.dice.often(0.5)) await agreeToSource(this.world, actor, draftId, declined[0])
    for (let i = this.dice.between(0, 3); i > 0; i -= 1) await refreshDraft(this.world, actor, draftId)
    await fillIn(this.world, actor, draftId, this.dice)
    const submitted = await submitApplication(this.world, actor, draftId)
    if (submitted.ok) this.refs.push(submitted.ref)
  }

  /** Looks at what registers hold on them, and for their children. */
  async own(who: StoredPerson): Promise<void> {
    const actor = await whoIs(this.world, who.id)
    for (let i = this.dice.between(1, 6); i > 0; i -= 1) await lookAtOwnRecords(this.world, actor, this.dice.pick(['', ...who.companies.map(({ code }) => code)]), this.dice.pick(Object.keys(registers)))
    if (actor.kind === 'citizen') await findChildren(this.world, actor)
  }

  /** Takes on a task, looks at the case and at its files. */
  async work(clerk: StoredPerson): Promise<void> {
    const actor = await whoIs(this.world, clerk.id)
    await takeNext(this.world, actor)
    const { rows } = await this.world.store.desk.queue({ desks: clerk.desks, holder: { is: 'person', id: clerk.id }, service: null, task: null, light: null, now: this.world.now() }, { limit: 5 })
    for (const { ref } of rows) {
      const open = await openCaseAtDesk(this.world, actor, ref)
      if (!open) throw new Error('a clerk could not look at a case in their hands')
      this.sayLook(clerk, open.state, 'case', open.answers.map(({ field }) => field.name))
      for (const { field, answer } of open.answers) {
        if (answer.file && (await openFile(this.world, actor, answer.file.id, ref))) this.sayLook(clerk, open.state, 'file', [field.name])
      }
    }
  }

  private sayLook(clerk: StoredPerson, state: Parameters<typeof visible>[1], what: 'case' | 'file', names: readonly string[]): void {
    const service = services[state.service]
    const mine = openTasks(state).flatMap(({ name, parts }) => parts.filter(({ claimedBy, outcome }) => claimedBy?.id === clerk.id && outcome === null).map(({ desk }) => ({ name, desk })))
    const [first] = mine
    const applicant = this.world.citizens.find(({ id }) => id === state.applicant.person)
    if (!service || !first || !applicant) throw new Error('nobody to say it of')
    if (what === 'case' && visible(service, state, mine.map(({ desk }) => desk)).join() !== names.toSorted().join()) throw new Error('a clerk saw something else')
    for (const [subject, fields] of Object.entries(aboutWhom(service, state, names, applicant.subject ?? ''))) {
      this.say({ request: '', what, subject, register: null, agreement: null, purpose: `task:${first.name.split('.')[0]}`, department: departmentOf(first.desk), service: service.id, about: state.ref, reader: clerk.id, fields })
    }
  }

  /** A hospital sends an examination to whoever waits for one. */
  async send(who: StoredPerson): Promise<void> {
    const subject = who.subject ?? ''
    const waiting = await this.world.store.cases.awaitingRecord('health', 'driver_exam', subject)
    const states = await Promise.all(waiting.map(({ caseId }) => this.world.store.cases.load(caseId)))
    await receiveRecord(this.world, registerActor('health'), { register: 'health', entity: 'driver_exam', subject, key: '1', data: { result: 'fit', issued_on: TODAY }, asOf: TODAY, validUntil: null, standing: 'valid' })
    for (const state of states) {
      const service = state && services[state.service]
      const paper = service && agreementOf(service.id, 'health')
      const fields = service?.reads.filter((read) => read.register === 'health' && read.entity === 'driver_exam' && subjectOf(read) === 'person').map(({ field }) => `driver_exam.${field}`) ?? []
      if (state && service && paper) this.say({ request: '', what: 'register', subject, register: 'health', agreement: paper.agreement, purpose: paper.purpose, department: service.lead, service: service.id, about: state.ref, reader: 'health', fields })
    }
  }
}
