import { useTranslation } from 'react-i18next'

import { describedBy, type FieldText, FormGroup, HintAndError, Label } from '../form-group/form-group.tsx'

type Props = FieldText & { name: string; id?: string; accept?: readonly string[]; multiple?: boolean; uploaded?: string }

/** A file to upload. `accept` are endings (pdf, png); `uploaded` names what the server already has. */
export function FileField({ name, id = name, accept, multiple, uploaded, hint, error, ...label }: Props) {
  const { t } = useTranslation('ui')
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} {...label} />
      <HintAndError id={id} hint={hint} error={error} />
      {uploaded && <p className="govuk-body" id={`${id}-uploaded`}>{t('file.current', { name: uploaded })}</p>}
      <input
        className="govuk-file-upload"
        id={id}
        name={name}
        type="file"
        accept={accept?.map((ending) => `.${ending}`).join(',')}
        multiple={multiple}
        aria-describedby={[describedBy(id, { hint, error }), uploaded && `${id}-uploaded`].filter(Boolean).join(' ') || undefined}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  )
}
