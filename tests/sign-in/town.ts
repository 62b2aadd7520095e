import { usualLimits } from '#app/sign-in/session/session-limits.ts'
import { lineTo } from '#app/sign-in/provider/provider-line.ts'
import type { SignIn } from '#app/sign-in/sign-in.ts'
import { identityNumber } from '#db/demo/identity-number.ts'
import { startPortal, type TestPortal } from '#tests/journeys/test-portal.ts'

import { Browser } from './browser.ts'
import { type CityProvider, startProvider } from './city-provider.ts'

/** A portal for real people, and two that vouch for them: one for citizens, one for staff. */
export type Town = { portal: TestPortal; city: CityProvider; office: CityProvider; browser(): Browser; stop(): Promise<void> }

/** Nobody whom the city knows. */
export const NEWCOMER = identityNumber('1991-05-05', 901)

/** @param demo people may also choose who they are */
export async function startTown(more: Partial<SignIn> = {}, demo = false): Promise<Town> {
  const city = await startProvider({ id: 'city', for: 'citizens' })
  const office = await startProvider({ id: 'office', for: 'staff' })
  const signIn: SignIn = { publicUrl: null, limits: usualLimits, providers: [city, office].map(({ settings }) => lineTo(settings, Date.now)), ...more }
  const portal = await startPortal(undefined, null, { demo, signIn })
  for (const { settings, serve } of [city, office]) serve(`${portal.url}/sign-in/${settings.id}/callback`, portal.url)
  city.accounts['new'] = { name: '新人', identity_number: NEWCOMER }
  city.accounts['li'] = { name: '李', identity_number: (await portal.env.store.people.find('citizen-0003'))?.subject ?? '' }
  const stop = async () => {
    await Promise.all([portal.stop(), city.close(), office.close(), ...signIn.providers.map((line) => line.close())])
  }
  return { portal, city, office, browser: () => new Browser(portal.url), stop }
}

/** Where an answer leads to. */
export const leadsTo = (response: Response): string => response.headers.get('Location') ?? ''

/** A page's text without its marks. */
export const textOf = async (response: Response): Promise<string> => (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
