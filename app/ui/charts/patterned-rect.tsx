export const timeParts = ['office', 'applicant', 'other'] as const
type Part = (typeof timeParts)[number]

const fills: Record<Part, string> = { office: 'ot-fill-1', applicant: 'ot-fill-2', other: 'ot-fill-3' }

/** Office time is plain, the applicant's hatched, other waiting dotted: told apart without colour. */
export function TimePatterns({ id }: { id: string }) {
  return (
    <svg className="ot-defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={`${id}applicant`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="ot-pattern-line" d="M0 0V7" />
        </pattern>
        <pattern id={`${id}other`} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle className="ot-pattern" cx="3" cy="3" r="1.3" />
        </pattern>
      </defs>
    </svg>
  )
}

export function PatternedRect({ id, part, ...place }: { id: string; part: Part; x?: string; width: string; height: string }) {
  return (
    <>
      <rect className={`${fills[part]} ot-bar__edge`} {...place} />
      {part !== 'office' && <rect {...place} fill={`url(#${id}${part})`} />}
    </>
  )
}
