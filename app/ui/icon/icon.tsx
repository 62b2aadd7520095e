import { classNames } from '../class-names.ts'
import { type IconName, shapeOf } from './icons.ts'

/** A line drawing beside words, never instead of them: so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={classNames('ot-icon', directed.has(name) && 'ot-icon--mirrored')}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      // Safe: the drawing is a file of the lucide-static package, read at build time.
      dangerouslySetInnerHTML={{ __html: shapeOf(name) }}
    />
  )
}

/** Drawings that point along the line of reading turn round in Arabic. */
const directed = new Set<IconName>(['next', 'previous', 'signIn', 'signOut', 'send', 'undo', 'history'])
