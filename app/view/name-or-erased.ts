import type { TFunction } from 'i18next'

/** A name, or the word that stands where one was once what a case held has been erased. */
export const nameOrErased = (t: TFunction, name: string): string => (name === '' ? t('privacy:erased.name') : name)
