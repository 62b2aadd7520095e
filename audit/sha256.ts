import { hash } from 'node:crypto'

/** In hex, over the text as UTF-8. */
export const sha256 = (text: string): string => hash('sha256', text)
