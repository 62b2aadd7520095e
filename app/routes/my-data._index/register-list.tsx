import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'

import { LookForm } from './look-form.tsx'

/** A register in words: nothing of what it holds. */
export type NamedRegister = { id: string; name: string; owner: string; refreshed: string; services: readonly { id: string; title: string }[] }

/** Registers that keep something on somebody, each with the way to ask it. */
export function RegisterList({ of, registers }: { of: string; registers: readonly NamedRegister[] }) {
  return <ul className="ot-registers">{registers.map((register) => <RegisterCard key={register.id} of={of} register={register} />)}</ul>
}

function RegisterCard({ of, register: { id, name, owner, refreshed, services } }: { of: string; register: NamedRegister }) {
  const { t } = useTranslation('mydata')
  return (
    <li className="ot-card">
      <h2 className="govuk-heading-s">{name}</h2>
      <p className="ot-muted ot-small">{t('records.owner', { department: owner })}<br />{refreshed}</p>
      {services.length === 0 ? <p className="ot-small">{t('records.unused')}</p> : (
        <Details summary={t('records.service', { count: services.length })}>
          <p>{t('records.used')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {services.map((service) => <li key={service.id}><a className="govuk-link" href={`/services/${service.id}`}>{service.title}</a></li>)}
          </ul>
        </Details>
      )}
      <LookForm of={of} register={id} name={name} />
    </li>
  )
}
