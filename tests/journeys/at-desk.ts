import { expect } from 'vitest'

import type { Visitor } from './visitor.ts'

/** Opens a case at the desk and takes its task on. */
export async function claim(clerk: Visitor, ref: string): Promise<void> {
  expect(await clerk.goto(`/desk/cases/${ref}`)).toBe(200)
  await clerk.lookAt('desk-case')
  await clerk.press('button[value="claim"]')
  await clerk.lookAt('desk-case-held')
}

/** Chooses an outcome of the task held; leads to the decision's page. */
export async function choose(clerk: Visitor, outcome: string): Promise<void> {
  await clerk.choose('outcome', outcome)
  await clerk.press('form[action$="/decide"] button')
}

export const confirm = (clerk: Visitor): Promise<void> => clerk.press('button[value="confirm"]')
export const preview = (clerk: Visitor): Promise<void> => clerk.press('button[value="preview"]')

/** Claims and answers with an outcome that asks for nothing more. */
export async function answer(clerk: Visitor, ref: string, outcome: string): Promise<void> {
  await claim(clerk, ref)
  await choose(clerk, outcome)
  await clerk.lookAt('desk-confirm')
  await confirm(clerk)
  expect(clerk.path).toBe('/desk')
}
