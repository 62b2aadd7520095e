import { type ReactNode } from 'react'

/** Names beside samples of line or pattern, so that colour is never all. */
export function Legend({ items }: { items: readonly { name: string; sample: ReactNode }[] }) {
  return (
    <ul className="ot-legend">
      {items.map(({ name, sample }) => (
        <li key={name}>
          <svg viewBox="0 0 28 14" aria-hidden="true" focusable="false">{sample}</svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
