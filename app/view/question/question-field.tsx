import { useTranslation } from 'react-i18next'

import { DateField } from '#app/ui/date-field/date-field.tsx'
import { FileField } from '#app/ui/file-field/file-field.tsx'
import { RadioGroup } from '#app/ui/radio-group/radio-group.tsx'
import { TextArea } from '#app/ui/text-area/text-area.tsx'
import { TextField } from '#app/ui/text-field/text-field.tsx'

import type { QuestionView } from './question-view.ts'

type Props = { question: Pick<QuestionView, 'name' | 'label' | 'hint' | 'optional' | 'input'>; values: Readonly<Record<string, string>>; error: string | undefined; plain?: boolean }

/** A field of the question's kind: the one of its page, whose label is the heading, or a `plain` one among others. */
export function QuestionField({ question, values, error, plain = false }: Props) {
  const { t } = useTranslation('apply')
  const { name, label, optional, input } = question
  const hint = input.as === 'file' ? [question.hint, t('file.hint', { kinds: kinds(input.accept), megabytes: input.megabytes })].filter(Boolean).join(' ') : (question.hint ?? undefined)
  const field = { name, label, hint, error, optional, heading: !plain, size: plain ? 's' : 'l' } as const
  const value = values[name]
  switch (input.as) {
    case 'line':
      return <TextField {...field} value={value} width={input.width ?? undefined} autoComplete={input.autoComplete ?? undefined} />
    case 'lines':
      return <TextArea {...field} value={value} rows={6} />
    case 'number':
      return <TextField {...field} value={value} type="number" width={input.width} />
    case 'money':
      return <TextField {...field} value={value} type="number" width={10} prefix="¥" />
    case 'phone':
      return <TextField {...field} value={value} type="tel" width={20} autoComplete="tel" />
    case 'choice':
      return <RadioGroup {...field} value={value} items={input.items} inline={input.inline} />
    case 'date':
      return <DateField {...field} value={datePartsOf(name, values)} />
    case 'file':
      return <FileField {...field} accept={endings(input.accept)} uploaded={input.uploaded ?? undefined} />
    default:
      return input satisfies never
  }
}

const datePartsOf = (name: string, values: Readonly<Record<string, string>>) => ({ day: values[`${name}-day`], month: values[`${name}-month`], year: values[`${name}-year`] })

const kinds = (accept: readonly string[]): string => accept.map((kind) => kind.toUpperCase()).join(' / ')
/** Cameras write .jpg. */
const endings = (accept: readonly string[]): string[] => accept.flatMap((kind) => (kind === 'jpeg' ? ['jpeg', 'jpg'] : [kind]))
