import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { Client } from '../../abuse/client.ts'
import { startPortal, type TestPortal } from '../../journeys/test-portal.ts'

import { mountSmallDisk } from './small-disk.ts'

const DISK_MB = 64
const MANY = 3000

const disk = mountSmallDisk(DISK_MB)

describe.skipIf(!disk)('somebody who applies while the disk is full', () => {
  let portal: TestPortal
  let citizen: Client
  let draft: string
  beforeAll(async () => {
    vi.stubEnv('TMPDIR', disk?.path ?? '')
    portal = await startPortal()
    citizen = await Client.signedIn(portal.url, 'citizen-0000')
    const person = await portal.env.store.people.find('citizen-0000')
    draft = await citizen.begin('restaurant-opening', { for: `company:${person?.companies[0]?.code ?? ''}` })
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await portal.stop()
    disk?.remove()
  })
  const answer = (seats: number) => citizen.post(`${draft}/seats`, { seats: String(seats) })
  const kept = async () => (await portal.env.store.drafts.load(draft.split('/')[2] ?? ''))?.answers.seats?.value

  it('is told to send it again, reads on, and is heard once there is room', async () => {
    let seats = 1
    expect((await answer(seats)).status).toBe(303)
    disk?.fill()
    // what the log has room for is still written
    seats += 1
    let refused = await answer(seats)
    while (refused.status === 303 && seats < MANY) refused = await answer((seats += 1))
    expect([refused.status, Number(refused.headers.get('Retry-After')) > 0]).toEqual([503, true])
    expect(await refused.text()).toContain('then send it again')
    expect(await kept()).toBe(seats - 1)
    const page = await citizen.get(`${draft}/seats`)
    expect([page.status, (await page.text()).includes(`value="${seats - 1}"`)]).toEqual([200, true])
    disk?.makeRoom()
    expect((await answer(seats)).status).toBe(303)
    expect(await kept()).toBe(seats)
    expect(portal.errors.every((line) => line.includes('SQLITE_FULL'))).toBe(true)
  })
})
