/** Our own mark: a way that leads in one turn to a tick. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <path className="ot-mark" d="M7 22h6.5a3 3 0 0 0 2.2-1L25 10.5M11 12.5l4.2 4" />
      <circle className="ot-mark-dot" cx="7" cy="22" r="2.2" />
    </svg>
  )
}
