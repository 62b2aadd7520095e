import type { Definition } from './definition.ts'

/** Desks that act beside the flow, with the key of `on` that names them. */
export function desksBeside({ extension, revocation, suspension }: Pick<Definition, 'extension' | 'revocation' | 'suspension'>): { key: 'extend' | 'revoke' | 'suspend'; desk: string }[] {
  const rights = [['extend', extension], ['revoke', revocation], ['suspend', suspension]] as const
  return rights.flatMap(([key, right]) => (right ? [{ key, desk: right.by }] : []))
}
