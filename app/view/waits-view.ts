import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { ForeseenWait } from '#app/use-cases/foreseen-waits.ts'
import { stepLabel } from './step-label.ts'

import { showMoney } from './show-value.ts'

export type WaitView = { name: string; title: string; text: string; amount: string | null }

export const waitsView = (t: TFunction, lang: Language, service: string, waits: readonly ForeseenWait[]): WaitView[] =>
  waits.map(({ name, amount }) => ({
    name,
    title: stepLabel(t, service, name),
    text: t(`services/${service}:waits.${name}`),
    amount: amount === null ? null : showMoney(amount, lang),
  }))
