import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { ApplicationField } from '#app/kernel/case/check-application.ts'
import { inputFor } from '#app/view/question/input-for.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import { questionLabel } from '#app/view/show-value.ts'

/** One thing to bring, as its page asks for it. */
export function supplyQuestion(t: TFunction, lang: Language, { state, definition }: Pick<FollowedCase, 'state' | 'definition'>, field: ApplicationField, hinted: boolean) {
  return {
    ref: state.ref,
    service: state.service,
    question: {
      name: field.name,
      label: questionLabel(t, field),
      hint: hinted ? t(`concepts:${field.concept}.hint`) : null,
      optional: false,
      input: inputFor(t, lang, { draft: { options: {} }, definition }, { field, answer: null }),
    },
    errorHref: field.type.type === 'date' ? `#${field.name}-${lang === 'zh-CN' ? 'year' : 'day'}` : `#${field.name}`,
  }
}
