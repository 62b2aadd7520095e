import { useTranslation } from 'react-i18next'

import type { CertificateView } from './certificate-view.server.ts'

/** The certificate itself, as it is printed. */
export function CertificateSheet({ certificate: { text, qr, picture } }: { certificate: CertificateView }) {
  const { t } = useTranslation('certificate')
  return (
    <article className="ot-certificate ot-sheet">
      <p className="ot-sheet__city">{text.city}</p>
      <h2 className="ot-sheet__title">{text.title}</h2>
      <div className="ot-sheet__body">
        <div>
          <p className="ot-sheet__holder"><bdi>{text.holder}</bdi></p>
          <dl className="ot-sheet__lines">
            {text.lines.map(({ label, value, dir }) => <div key={label}><dt>{label}</dt><dd><bdi dir={dir}>{value}</bdi></dd></div>)}
          </dl>
        </div>
        {picture && <img className="ot-sheet__picture" src={picture} alt={t('portrait')} />}
      </div>
      <div className="ot-sheet__foot">
        {/* Trusted: markup of our own QR code, of an address of our own. */}
        <div className="ot-sheet__qr" role="img" aria-label={t('qr')} dangerouslySetInnerHTML={{ __html: qr }} />
        <dl className="ot-sheet__facts">
          {[text.number, text.issued, text.valid, text.authority].map(({ label, value }) => <div key={label}><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div>)}
          <div className="ot-sheet__code"><dt>{text.code.label}</dt><dd><bdi dir="ltr">{text.code.value}</bdi></dd></div>
        </dl>
      </div>
      <p className="ot-small ot-muted ot-sheet__check">{text.check}</p>
    </article>
  )
}
