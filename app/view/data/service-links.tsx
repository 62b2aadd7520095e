import type { NamedService } from './data-labels.ts'

/** Services by name, each with the way to its guide; a dash for none. */
export function ServiceLinks({ services, none }: { services: readonly NamedService[]; none: string }) {
  if (services.length === 0) return <>{none}</>
  return (
    <ul className="govuk-list ot-data-list">
      {services.map(({ title, href }) => <li key={title}>{href === null ? title : <a className="govuk-link" href={href}>{title}</a>}</li>)}
    </ul>
  )
}
