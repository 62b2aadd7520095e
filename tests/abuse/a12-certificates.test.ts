import { afterAll, beforeAll, expect, test } from 'vitest'

import { submitted } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { checkPage, newTally, takeWrongs } from './hostile-strings/checked.ts'
import { type Look, lookAt } from './hostile-strings/look.ts'
import { worst } from './hostile-strings/strings.ts'

let portal: TestPortal
let citizen: Client
let holder: string
const tally = newTally()

beforeAll(async () => {
  portal = await startPortal()
  const known = (await portal.env.store.people.demo()).find(({ name }) => name === '王秀兰')
  if (!known) throw new Error('nobody whose badge is granted at once')
  holder = known.id
  citizen = await Client.signedIn(portal.url, holder)
})
afterAll(() => portal.stop())

/** A badge for somebody whom provider and register call so. @returns its case and its certificate */
async function badgeOf(name: string): Promise<{ ref: string; code: string }> {
  const { people, records, cases } = portal.env.store
  const known = (await people.find(holder))!
  await people.put([{ ...known, name }])
  const kept = await records.read([{ register: 'population', entity: 'person', subject: known.subject ?? '' }])
  await records.put(kept.map((record) => ({ ...record, data: { ...record.data, full_name: name, home_address: name } })))
  const ref = await submitted(portal.env, 'disabled-parking-badge', holder, ({ end }) => end === 'granted')
  const [certificate] = await cases.certificatesOf((await cases.loadByRef(ref))!.id)
  if (!certificate) throw new Error(`${ref} has no certificate`)
  return { ref, code: certificate.code }
}

const pagesOf = ({ ref, code }: { ref: string; code: string }): readonly (readonly [name: string, path: string, shows: boolean])[] => [
  ['case', `/cases/${ref}`, false],
  ['receipt', `/cases/${ref}/receipt`, false],
  ['certificate', `/cases/${ref}/certificate`, true],
  // Anybody may look at it: the name is half hidden there.
  ['verified', `/verify/${code}`, false],
  ['records held', '/my-data?register=population', false],
]

test('a name that means something to a machine is a name on the certificate, its PDF and wherever it is verified', async () => {
  // From the second badge on a page says the same: records of the first fill it in.
  await badgeOf('words before')
  const harmless = new Map<string, Look>()
  for (const [page, path] of pagesOf(await badgeOf('harmless words'))) harmless.set(page, lookAt(await (await citizen.get(path)).text()))
  let printed = 0
  for (const { text } of worst().filter((_, number) => number % 3 === 0)) {
    const badge = await badgeOf(text)
    for (const [page, path, shows] of pagesOf(badge)) {
      const answer = await citizen.get(path)
      if (answer.status !== 200) tally.wrongs.push(`${page}: ${answer.status} for ${JSON.stringify(text)}`)
      checkPage(tally, page, await answer.text(), harmless.get(page)!, shows ? [text] : [])
    }
    const pdf = await citizen.get(`/certificates/${badge.code}.pdf`)
    // A sign that no font of ours has leads back to the page, which says so; everything else is printed.
    if (pdf.status === 200) printed += 1
    if (![200, 302].includes(pdf.status)) tally.wrongs.push(`PDF: ${pdf.status} for ${JSON.stringify(text)}`)
    if (pdf.status === 200 && !(await pdf.text()).startsWith('%PDF-')) tally.wrongs.push(`no PDF for ${JSON.stringify(text)}`)
  }
  expect(takeWrongs(tally)).toEqual([])
  expect(printed).toBeGreaterThan(20)
  console.log(`${tally.strings.size} names on certificates, ${tally.pages} pages, ${printed} PDFs`)
  expect(tally.pages).toBeGreaterThan(150)
})

test('nothing of it was an error inside', () => expect(portal.errors.filter((line) => !line.includes('no glyph'))).toEqual([]))
