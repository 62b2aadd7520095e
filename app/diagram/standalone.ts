import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The portal's colours, light and dark (styles/_tokens.scss), for a picture outside the portal. */
const COLOURS = `
.ot-flow { --govuk-text-colour: #0b0c0c; --govuk-secondary-text-colour: #484949; --govuk-border-colour: #cecece; --govuk-input-border-colour: #6b7472; --ot-surface: #fff; --ot-raised: #f3f1e8; --ot-jade: #0b6b61; --ot-jade-wash: #e3f1ed; --ot-on-jade: #fff; --ot-amber: #7d5200; --ot-amber-wash: #fcf0d2; --ot-blue: #1c5590; --ot-blue-wash: #e6eff8; --ot-urgent: #b8320f; --ot-urgent-wash: #fce9e2; font-family: system-ui, sans-serif; background: var(--ot-surface); }
@media (prefers-color-scheme: dark) {
  .ot-flow { --govuk-text-colour: #e9edea; --govuk-secondary-text-colour: #aab7b3; --govuk-border-colour: #33413e; --govuk-input-border-colour: #8c9b96; --ot-surface: #18221f; --ot-raised: #202c29; --ot-jade: #62c9b5; --ot-jade-wash: #17322d; --ot-on-jade: #06201c; --ot-amber: #f1c366; --ot-amber-wash: #362b12; --ot-blue: #9cc4f5; --ot-blue-wash: #182c42; --ot-urgent: #ff9273; --ot-urgent-wash: #3a1c14; }
}
`

/** A picture of a flow as a file of its own: with the style that pages bring for all pictures. */
export function standalone(svg: string): string {
  const rules = readFileSync(join(import.meta.dirname, '..', 'styles', '_diagram.scss'), 'utf8')
  return svg.replace('<title>', () => `<style>${COLOURS}${rules}</style><title>`)
}
