import type { NamedService } from './data-labels.ts'

/** Services by name, each with the way to its guide. */
export function ServiceLinks({ services }: { services: readonly NamedService[] }) {
  return (
    <ul className="govuk-list ot-data-list">
      {services.map(({ title, href }) => <li key={title}>{href === null ? title : <a className="govuk-link" href={href}>{title}</a>}</li>)}
    </ul>
  )
}
