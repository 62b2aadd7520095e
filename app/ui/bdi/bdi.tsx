import { type ReactNode } from 'react'

/** References, phones, identity numbers: kept in one piece and in their own direction within Arabic text. */
export function Bdi({ children }: { children: ReactNode }) {
  return <bdi dir="ltr">{children}</bdi>
}
