export type SummaryAction = { href: string; text: string; hiddenText?: string }

/** "Change" alone would say nothing in a list of links: the hidden words say what. */
export function SummaryActionLink({ href, text, hiddenText }: SummaryAction) {
  return (
    <a className="govuk-link" href={href}>
      {text}
      {hiddenText && <> <span className="govuk-visually-hidden">{hiddenText}</span></>}
    </a>
  )
}
