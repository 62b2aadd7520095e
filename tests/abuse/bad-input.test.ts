import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { samplePdf } from '#db/demo/paperwork.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client, leadsTo, plain } from './client.ts'

let portal: TestPortal
let owner: Client
let draft: string

beforeAll(async () => {
  portal = await startPortal()
  owner = await Client.signedIn(portal.url, 'citizen-0000')
})
afterAll(() => portal.stop())

async function newDraft(): Promise<string> {
  const person = await portal.env.store.people.find('citizen-0000')
  return owner.begin('restaurant-opening', { for: `company:${person?.companies[0]?.code ?? ''}` })
}

const kept = async (name: string) => (await portal.env.store.drafts.load(draft.split('/')[2] ?? ''))?.answers[name]

function withFile(name: string, content: Uint8Array, fileName: string, type: string): FormData {
  const form = new FormData()
  form.append(name, new File([content as BlobPart], fileName, { type }))
  return form
}

describe('an upload', () => {
  beforeAll(async () => void (draft = await newDraft()))

  test.each([
    ['of a wrong kind under a right name', new TextEncoder().encode('<script>alert(1)</script>'), 'plan.pdf', 'application/pdf', 'This kind of file can’t be used'],
    ['that is empty', new Uint8Array(0), 'plan.pdf', 'application/pdf', 'The file is empty'],
    ['of 50 MB', new Uint8Array(50_000_000), 'plan.pdf', 'application/pdf', 'The file is too large'],
  ])('%s is refused with a reason, and nothing is kept', async (_name, content, fileName, type, message) => {
    const response = await owner.post(`${draft}/floor_plan`, withFile('floor_plan', content, fileName, type))
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(message)
    expect(page).toMatch(/<title>Error: /)
    expect(await kept('floor_plan')).toBeUndefined()
  })

  test('that is missing is asked for', async () => {
    const response = await owner.post(`${draft}/floor_plan`, new FormData())
    expect(response.status).toBe(422)
  })

  test('is kept under a clean name and given back as an attachment that nothing runs in', async () => {
    expect((await owner.post(`${draft}/floor_plan`, withFile('floor_plan', samplePdf('x'), '../../etc/pass\u202ewd.pdf', 'image/png'))).status).toBe(303)
    const answer = await kept('floor_plan')
    expect(answer?.file).toMatchObject({ name: 'passwd.pdf', mediaType: 'application/pdf' })
    const file = await owner.get(`/files/${answer?.file?.id}`)
    expect(file.status).toBe(200)
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment;/)
    expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(file.headers.get('Content-Security-Policy')).toContain('sandbox')
  })
})

describe('an answer', () => {
  beforeAll(async () => void (draft = await newDraft()))

  test.each([
    ['seats', { seats: '' }, 'Enter an answer'],
    ['seats', { seats: 'many' }, 'Enter a whole number'],
    ['seats', { seats: '0' }, 'Enter 1 or more'],
    ['seats', { seats: '99999999999999999999' }, 'Enter a whole number'],
    ['kitchen', { kitchen: 'toString' }, 'Choose one of the answers'],
    ['phone', { phone: 'call me' }, 'Enter a phone number'],
    ['premises', { premises: 'somebody else’s' }, 'Choose one of the answers'],
  ])('to %s of %j is refused with what to do', async (name, fields, message) => {
    const before = await kept(name)
    const response = await owner.post(`${draft}/${name}`, fields)
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(message)
    const [typed] = Object.values(fields)
    if (typed && !['kitchen', 'premises'].includes(name)) expect(page).toContain(`value="${typed}"`)
    expect(await kept(name)).toEqual(before)
  })

  test.each([
    [['1', '3', '2026'], 'Enter today’s date or a later one'],
    [['31', '2', '2027'], 'Enter a real date'],
    [['1', '1', '2029'], 'At most a year ahead'],
    [['1', 'may', '2026'], 'Enter a real date'],
  ])('of a mandate until %j is refused with what to do, and kept', async ([day = '', month = '', year = ''], message) => {
    const response = await owner.post('/mandates/new', { name: '陈志远', identity_number: '1', scope: 'all', 'until-day': day, 'until-month': month, 'until-year': year })
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(message)
    for (const typed of ['陈志远', day, month, year]) expect(page).toContain(`value="${typed}"`)
  })

  test('in full-width or Arabic digits is understood', async () => {
    expect((await owner.post(`${draft}/seats`, { seats: '６０' })).status).toBe(303)
    expect((await kept('seats'))?.value).toBe(60)
    await owner.post(`${draft}/seats`, { seats: '٤٥' })
    expect((await kept('seats'))?.value).toBe(45)
  })

  test('to a question that is not asked is answered like a page that is not there', async () => {
    for (const name of ['operator', '__proto__', 'constructor', 'nothing']) expect((await owner.post(`${draft}/${name}`, { [name]: 'x' })).status, name).toBe(404)
    // What a desk will set, or what is not asked now, leads back to what is.
    expect(leadsTo(await owner.post(`${draft}/fire_class`, { fire_class: 'low' }))).toBe(draft)
    expect(await kept('fire_class')).toBeUndefined()
  })

  test('is kept when the application is not complete, and what is missing is named', async () => {
    const response = await owner.post(`${draft}/review`, { declared: 'yes' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Floor plan')
    expect((await kept('seats'))?.value).toBe(45)
  })
})

test('a deadline beyond the calendar is said, and nothing is lost', async () => {
  const later = await startPortal(Date.parse('2027-12-20T09:00:00+08:00'))
  try {
    const citizen = await Client.signedIn(later.url, 'citizen-0003')
    draft = await citizen.begin('disabled-parking-badge')
    const id = draft.split('/')[2] ?? ''
    const open = await later.env.store.drafts.load(id)
    const photo = { value: 'f', source: 'record' as const, envelope: null, file: { id: 'f', name: 'f.png', bytes: 1, mediaType: 'image/png', sha256: '' } }
    const word = (value: string) => ({ value, source: 'applicant' as const, envelope: null, file: null })
    const answers = { ...open!.answers, portrait: { ...photo, source: 'applicant' as const }, condition: word('walking'), condition_description: word('x'), medical_evidence: { ...photo, source: 'applicant' as const } }
    // The benefit that would grant the badge at once is taken away, so that a desk has to work on it.
    const subject = (await later.env.store.people.find('citizen-0003'))?.subject ?? ''
    await later.env.store.records.put([{ register: 'welfare', entity: 'benefit', subject, key: '1', data: { mobility_award: 'standard' }, asOf: '2027-12-01', validUntil: null, standing: 'valid' }])
    const held = open!.answers.full_name!
    const award = { ...held, value: 'standard', envelope: { ...held.envelope!, register: 'welfare', entity: 'benefit', field: 'mobility_award', value: 'standard' } }
    await later.env.store.drafts.save({ ...open!, answers: { ...answers, mobility_award: award }, version: open!.version + 1 })
    const response = await citizen.post(`${draft}/review`, { declared: 'yes' })
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('31 December 2027')
    const after = await later.env.store.drafts.load(id)
    expect([after?.submittedRef, after?.answers.condition?.value]).toEqual([null, 'walking'])
  } finally {
    await later.stop()
  }
})

describe('somebody else’s address', () => {
  test('is answered like one that does not exist, to citizens, staff and strangers', async () => {
    const citizen = await Client.signedIn(portal.url, 'citizen-0003')
    draft = await citizen.begin('disabled-parking-badge')
    const form = new FormData()
    const { samplePng } = await import('#db/demo/paperwork.ts')
    form.append('portrait', new File([samplePng(1, 2, 3) as BlobPart], 'me.png'))
    await citizen.post(`${draft}/portrait`, form)
    const receipt = leadsTo(await citizen.post(`${draft}/review`, { declared: 'yes' }))
    const ref = receipt.split('/')[2] ?? ''
    const state = await portal.env.store.cases.loadByRef(ref)
    expect(state?.end).toBe('granted')
    const mine = [`/cases/${ref}`, receipt, `/cases/${ref}/certificate`, `/certificates/${state?.results[0]?.code}.pdf`, `/files/${state?.answers.portrait?.value}?case=${ref}`]
    const hidden = [...mine, draft, `${draft}/records`, `${draft}/review`, `/cases/${ref}/withdraw`, `/cases/${ref}/pay/badge_fee`, `/cases/${ref}/correct`, `/cases/${ref}/letter`, `/desk/cases/${ref}`]
    for (const path of mine) expect((await citizen.get(path)).status, path).toBe(200)
    for (const person of ['citizen-0004', 'staff-assessor', 'staff-manager', 'staff-clerk']) {
      const other = await Client.signedIn(portal.url, person)
      for (const path of hidden) {
        const response = await other.get(path)
        expect(response.status, `${person} at ${path}`).toBe(404)
        expect(await plain(response)).toBe(await plain(await other.get(path.replace(ref, '2026-0000-0000').replace(draft, '/apply/0192f0c0-0000-7000-8000-000000000000').replace(/certificates\/[^.]+/, 'certificates/0000000000000000000000000A').replace(/files\/[^?]+/, 'files/0192f0c0-0000-7000-8000-000000000000'))))
      }
    }
    const stranger = new Client(portal.url)
    for (const path of hidden) expect(leadsTo(await stranger.get(path)), path).toMatch(/^\/sign-in\?returnTo=/)
  })

  test('does not open the board or the desk to who has no business there', async () => {
    for (const [person, paths] of [['citizen-0000', ['/desk', '/board', '/board/export.csv']], ['staff-clerk', ['/board', '/board/services/restaurant-opening', '/board/export.csv', '/cases']], ['staff-manager', ['/desk', '/cases']]] as const) {
      const client = await Client.signedIn(portal.url, person)
      for (const path of paths) expect((await client.get(path)).status, `${person} at ${path}`).toBe(404)
    }
  })
})

test('a form from another site changes nothing', async () => {
  const response = await fetch(`${portal.url}/sign-in`, { method: 'POST', body: new URLSearchParams({ person: 'staff-clerk' }), headers: { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }, redirect: 'manual' })
  expect([response.status, response.headers.get('Set-Cookie')]).toEqual([403, null])
})

test('what goes wrong inside shows a page with a reference, and nothing of the program', async () => {
  const broken = await startPortal()
  try {
    const citizen = await Client.signedIn(broken.url, 'citizen-0000')
    await broken.env.store.close()
    for (const path of ['/cases', '/services/restaurant-opening', '/verify/ABCDEFGHJKMNPQRSTVWXYZ0123']) {
      const response = await citizen.get(path)
      const page = await response.text()
      expect(response.status, path).toBe(500)
      expect(page).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|better-sqlite3|database connection/i)
    }
  } finally {
    await broken.stop().catch(() => {})
  }
})
