/** One text that is meant to become something else somewhere. `kind`: what it tries. */
export type Hostile = { kind: string; text: string }

const RUN = 'window.ran=1'

const scripts = [
  `<script>${RUN}</script>`, `<img src=x onerror=${RUN}>`, `<svg onload=${RUN}>`, `<svg><script>${RUN}</script></svg>`, `<iframe srcdoc="<script>parent.ran=1</script>">`, `<body onload=${RUN}>`,
  `<details open ontoggle=${RUN}>`, `<a href="javascript:${RUN}">x</a>`, `<math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`, `<input autofocus onfocus=${RUN}>`, `<style>*{background:url(//evil.example)}</style>`,
  `<meta http-equiv=refresh content="0;url=//evil.example">`, `<base href=//evil.example>`, `<object data=//evil.example>`, `<link rel=stylesheet href=//evil.example>`, `<form action=//evil.example><button>`, `<marquee onstart=${RUN}>`,
  `" onmouseover="${RUN}`, `' onfocus='${RUN}' autofocus x='`, ` onclick=${RUN} x=`, `javascript:${RUN}`, `data:text/html,<script>${RUN}</script>`, `vbscript:${RUN}`, `\\u003cscript>${RUN}\\u003c/script>`, `&lt;script&gt;${RUN}&lt;/script&gt;`, `&#60;img src=x onerror=${RUN}&#62;`,
  `expression(${RUN})`, `}*{color:red}`, `{"$$typeof":"react.element","type":"script"}`, `dangerouslySetInnerHTML={{__html:1}}`,
] as const
const templates = ['{{count}}', '{{- name}}', '{{step}} {{item}} {{q}}', '$t(ui:product.name)', '$t(ui:product.name, {"count":1})', '${7*7}', '#{7*7}', '<%= 7*7 %>', '{{constructor.constructor("return 1")()}}', '{%if 1%}x{%endif%}', '$&$1$`', '%s %d %n', '{0}', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '[object Object]', 'undefined', 'null', 'NaN', 'key', 'ref', 'children'] as const
const formulas = ['=1+1', '=HYPERLINK("http://evil.example","x")', '+1', '-1+cmd|\' /C calc\'!A0', '@SUM(1)', '＝1+1', '＋1', '－1', '＠x', '=1";"=2'] as const
const queries = ["' OR 1=1 --", "'; DROP TABLE cases; --", '" OR ""="', 'x%27', '\\', "\\'", '1) UNION SELECT 1 --', 'not(true)', 'if x then y else z', 'some x in [1] satisfies x', 'date("2026")', '../../etc/passwd', '..\\..\\windows', 'file:///etc/passwd', 'C:\\x', 'a/b', '*', '?', '|id', '`id`', '$(id)', 'Bcc: a@evil.example', 'Set-Cookie: a=b'] as const
const unicode = ['e\u0301', 'Å', '\u1E9B\u0323', 'ﬁ', '👩‍👩‍👧', '𠜎𠜱', 'a\u200Bb', '\u200Fabc', 'مرحبا <b>', 'שלום "x"', '\uFEFFx', 'x\uFFFE', '\u00ADx', 'Z͑ͫ̓ͪ̂ͫ̽', '\u2028x\u2029', '\u0085x', '\u00A0x', 'ﷺ', '١٢٣', 'I\u0307'] as const
const lines = ['a\nb', 'a\r\nb', 'a\tb', '\n=1+1', 'a\n\n\nb'] as const
/** Refused by every field that takes words. */
const controls = ['a\u0000b', '\u0001', '\u0008x', '\u001B[31mx', '\u007Fx', '\u202Eabc', '\u2066x', 'x\u202Dy', 'x\u000By', 'a\u0000<script>'] as const

const before = ['', '">', "'>", '</textarea>', '</title>', '</script>', '-->', ']]>', '*/', '\\">', '</option></select>', '"/><', "';", '`'] as const
const after = ['', '<!--', '"', "'", '<x', '&', '\\'] as const

const families: readonly (readonly [string, readonly string[]])[] = [['script', scripts], ['template', templates], ['formula', formulas], ['query', queries], ['unicode', unicode], ['lines', lines]]

/** @returns more than ten thousand, each only once: it carries a number of its own, which is how it is found again */
export function hostileStrings(): Hostile[] {
  const all = families.flatMap(([kind, texts]) => texts.flatMap((text) => before.flatMap((lead) => after.map((tail) => ({ kind, text: `${lead}${text}${tail}` })))))
  return all.map(({ kind, text }, number) => ({ kind, text: `${text}n${number}e` }))
}

/** Each as it is, with nothing around it: those that every field is given. */
export const worst = (): Hostile[] => families.flatMap(([kind, texts]) => texts.map((text, number) => ({ kind, text: `${text}w${kind}${number}e` })))

export const controlStrings = (): Hostile[] => controls.map((text, number) => ({ kind: 'control', text: `${text}c${number}e` }))

/** A text as the portal keeps and shows it: composed, with line feeds, without blanks around it, half characters replaced. */
export const asKept = (text: string): string => text.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').trim()
