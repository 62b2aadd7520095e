import { linePath } from './scales.ts'
import { Drawing, useRightToLeft } from './drawing.tsx'

/** A trend in a line of text or a cell; `title` says it in words. */
export function Sparkline({ values, title, description }: { values: readonly (number | null)[]; title: string; description: string }) {
  const rightToLeft = useRightToLeft()
  const top = Math.max(1, ...values.map((value) => value ?? 0))
  return (
    <Drawing className="ot-sparkline" title={title} description={description}>
      <path className="ot-line ot-stroke-1" d={linePath(values, top, rightToLeft)} />
    </Drawing>
  )
}
