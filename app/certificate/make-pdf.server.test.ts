import { expect, it } from 'vitest'

import type { CertificateText } from './certificate-printer.ts'
import { certificatePrinter } from './make-pdf.server.ts'

const text = (overrides: Partial<CertificateText> = {}): CertificateText => ({
  lang: 'zh-CN',
  title: '食品经营许可证',
  authority: { label: '发证机关', value: '市场监管局' },
  city: '清河市',
  holder: '林记餐饮有限公司',
  lines: [{ label: '法定代表人', value: '林晓燕', dir: 'ltr' }],
  number: { label: '证书编号', value: '2026-7K3M9QXZ' },
  issued: { label: '发证日期', value: '2026年11月22日' },
  valid: { label: '有效期至', value: '2031年11月22日' },
  code: { label: '核验码', value: '7K3M9 QXZ12' },
  check: '扫码核验真伪',
  ...overrides,
})
const url = 'https://example.test/verify/7K3M9QXZ12'
const pages = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length

it.each([
  ['Chinese', text()],
  ['rare names', text({ holder: '王䶮𠅤', lines: [{ label: '姓名', value: '骉㛃𬭎', dir: 'ltr' }] })],
  ['Arabic', text({ lang: 'ar', title: 'رخصة قيادة', holder: '王秀兰', lines: [{ label: 'الاسم', value: 'محمد', dir: 'rtl' }] })],
  ['what looks like markup', text({ holder: '#panic("x") *b* $x$ \\ "', title: '#sys' })],
])('prints one page: %s', async (_name, words) => {
  const printed = await certificatePrinter.print(words, url, null)
  if (!printed.ok) throw new Error(printed.characters.join())
  expect(Buffer.from(printed.pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(pages(printed.pdf)).toBe(1)
})

it('refuses a name it can’t draw, and says which character', async () => {
  expect(await certificatePrinter.print(text({ holder: '𠮷田兰' }), url, null)).toEqual({ ok: false, reason: 'no_glyph', characters: ['𠮷'] })
})

it('prints without a picture that can’t be read', async () => {
  const printed = await certificatePrinter.print(text(), url, { content: new Uint8Array([137, 80, 78, 71]), kind: 'png' })
  expect(printed.ok).toBe(true)
})
