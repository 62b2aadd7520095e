import type { Definition } from './definition.ts'

/** Desks that act beside the flow, with the key of `on` that names them. */
export function desksBeside({ extension, revocation }: Pick<Definition, 'extension' | 'revocation'>): { key: 'extend' | 'revoke'; desk: string }[] {
  return [...(extension ? [{ key: 'extend' as const, desk: extension.by }] : []), ...(revocation ? [{ key: 'revoke' as const, desk: revocation.by }] : [])]
}
