import { samplePdf } from '#db/demo/paperwork.ts'

import type { Answer, HttpVisitor } from '../harness/http-visitor.ts'

/** Whoever a restaurant needs, each signed in. */
export type People = Record<'citizen' | 'staff-clerk' | 'staff-food' | 'staff-fire' | 'staff-signs' | 'staff-head', HttpVisitor>

/** Told after each request: what was asked, and what came. */
export type Heard = (method: 'GET' | 'POST', answer: Answer) => Promise<void> | void

const plan = (): Blob => new Blob([Uint8Array.from(samplePdf('plan'))], { type: 'application/pdf' })

/** Ten forms with what is asked; the eleventh is the agreement to what is read. */
const ANSWERS = [
  ['kitchen', () => ({ kitchen: 'cold' })],
  ['seats', () => ({ seats: '20' })],
  ['phone', () => ({ phone: '13800000000' })],
  ['food_safety_manager', () => ({ food_safety_manager: '龚䶮' })],
  ['food_safety_training', () => ({ food_safety_training: 'SP-2026-001' })],
  ['floor_plan', () => ({ floor_plan: plan() })],
  ['has_signboard', () => ({ has_signboard: 'yes' })],
  ['signboard_picture', () => ({ signboard_picture: plan() })],
] as const

const DESKS = [['staff-clerk', 'accept'], ['staff-food', 'ok'], ['staff-fire', 'ok'], ['staff-signs', 'ok'], ['staff-head', 'approve']] as const

/** One restaurant from its guide to the permit: the citizen's pages and saves, the submission, five steps at desks. Throws at an answer that is not what it should be. @returns the ref */
export async function walkCase(people: People, heard: Heard = () => {}): Promise<string> {
  const ref = await apply(asking(people.citizen, heard))
  for (const [who, outcome] of DESKS) await decide(asking(people[who], heard), ref, outcome)
  return ref
}

type Ask = { get(path: string): Promise<string>; /** @returns where it leads */ post(path: string, form: Record<string, string | Blob>): Promise<string> }

function asking(visitor: HttpVisitor, heard: Heard): Ask {
  const right = (answer: Answer, status: number, path: string): Answer => {
    if (answer.status !== status) throw new Error(`${path}: ${answer.status} instead of ${status}`)
    return answer
  }
  return {
    get: async (path) => {
      const answer = right(await visitor.get(path), 200, path)
      await heard('GET', answer)
      return answer.text
    },
    post: async (path, form) => {
      const answer = right(await visitor.post(path, form), 303, path)
      await heard('POST', answer)
      return answer.location
    },
  }
}

async function apply({ get, post }: Ask): Promise<string> {
  const company = named(await get('/services/restaurant-opening'), /value="(company:[^"]+)"/)
  const draft = await post('/services/restaurant-opening', { for: company })
  await get(`${draft}/sources`)
  await post(`${draft}/sources`, {})
  await get(draft)
  await get(`${draft}/records`)
  const premises = named(await get(`${draft}/premises`), /name="premises"[^>]* value="([^"]+)"/)
  await post(`${draft}/premises`, { premises })
  for (const [name, form] of ANSWERS) {
    await get(`${draft}/${name}`)
    await post(`${draft}/${name}`, form())
  }
  await get(`${draft}/review`)
  const receipt = await post(`${draft}/review`, { declared: 'yes' })
  await get(receipt)
  return receipt.split('/')[2] ?? ''
}

async function decide({ get, post }: Ask, ref: string, outcome: string): Promise<void> {
  const page = `/desk/cases/${ref}`
  await post(page, { ...taskIn(await get(page)), intent: 'claim' })
  const task = taskIn(await get(page))
  const address = `${page}/decide?${new URLSearchParams({ ...task, outcome }).toString()}`
  await get(address)
  await post(address, { ...task, outcome, intent: 'confirm', ...(task.task === 'fire_review' ? { fire_class: 'low' } : {}) })
}

/** The task that the first form of a case's page is for. */
const taskIn = (text: string): Record<'task' | 'round' | 'desk' | 'version', string> => {
  const value = (name: string) => named(text, new RegExp(`name="${name}" value="([^"]+)"`))
  return { task: value('task'), round: value('round'), desk: value('desk'), version: value('version') }
}

function named(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`nothing on the page matches ${pattern.source}`)
  return found
}
