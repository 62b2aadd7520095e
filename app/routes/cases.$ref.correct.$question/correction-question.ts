import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { CorrectionField, OpenCorrection } from '#app/use-cases/open-correction.ts'
import { inputFor } from '#app/view/question/input-for.ts'
import { typedValues } from '#app/view/question/typed-values.ts'
import { type CorrectionPoint, correctionPoint } from '#app/view/correction-view.ts'
import { questionLabel } from '#app/view/show-value.ts'

/** One question of a return: the field to fill in, and what it is about. */
export function correctionQuestion(t: TFunction, lang: Language, open: OpenCorrection, asked: CorrectionField, hinted: boolean) {
  const { field } = asked
  const answer = asked.answer ?? (field.type.type === 'file' ? null : asked.before)
  const point: CorrectionPoint = correctionPoint(t, lang, open, asked)
  return {
    service: open.state.service,
    ref: open.state.ref,
    point,
    question: {
      name: field.name,
      label: questionLabel(t, field),
      hint: hinted ? t(`concepts:${field.concept}.hint`) : null,
      optional: false,
      input: inputFor(t, lang, { draft: { options: {} }, definition: open.definition }, { field, answer }),
    },
    values: typedValues(field.type, field.name, answer),
    errorHref: field.type.type === 'date' ? `#${field.name}-${lang === 'zh-CN' ? 'year' : 'day'}` : `#${field.name}`,
  }
}
