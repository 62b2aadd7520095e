import { type Hostile, serviceWith, taskOf, times } from './hostile.ts'

const DEPTHS = [20, 60, 63, 65, 100, 1000, 10_000]

/** YAML that is deep, wide, repeats itself, or is meant for another reader. */
export const yaml: readonly Hostile[] = [
  ...[2, 3, 5, 9].flatMap((width) => [3, 6, 9, 12, 20].map((levels) => ({ name: `aliases ${width} to the power of ${levels}`, definition: bomb(width, levels) }))),
  ...[10, 45, 60, 5000].map((count) => ({ name: `${count} aliases of a long flow`, definition: serviceWith({ head: `a: &a [${times(300, () => 'x').join(', ')}]\nb: [${times(count, () => '*a').join(', ')}]` }) })),
  ...[10, 45, 60].map((count) => ({ name: `${count} aliases of steps`, definition: serviceWith({ flow: [`{ parallel: &a [${times(200, (i) => taskOf(`t${i}`)).join(', ')}] }`, ...times(count, () => '{ parallel: *a }')] }) })),
  { name: 'an alias of itself', definition: 'a: &a [*a]' },
  { name: 'an alias of nothing', definition: 'a: *nothing' },
  ...DEPTHS.flatMap((depth) => [
    { name: `${depth} lists`, definition: `${'['.repeat(depth)}${']'.repeat(depth)}` },
    { name: `${depth} open lists`, definition: `flow: ${'['.repeat(depth)}` },
    { name: `${depth} maps`, definition: `flow: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}` },
    { name: `${depth} dashes`, definition: `${'- '.repeat(depth)}x` },
    { name: `${depth} questions`, definition: `${'? '.repeat(depth)}x` },
    { name: `${depth} maps as keys`, definition: `${'{'.repeat(depth)}a${'}'.repeat(depth)}: 1` },
    { name: `${depth} closing brackets`, definition: `flow: ${']'.repeat(depth)}` },
    ...['stage: s, do', 'parallel', 'each: e, of: n, do', 'choose'].map((word) => ({ name: `${depth} of ${word}`, definition: serviceWith({ flow: [`${`{ ${word}: [ `.repeat(depth)}${taskOf('a')}${' ] }'.repeat(depth)}`] }) })),
  ]),
  ...['!!js/function "function () {}"', '!!js/regexp /a/', '!!python/object/apply:os.system [ls]', '!ruby/object:Gem x', '!!binary aGk=', '!!set { a }', '!!omap [a: 1]', '!!timestamp 2026-01-01', '!!float x', '!<tag:x> y', '!!map [1]', '!!str { a: 1 }'].map((tag) => ({ name: `the tag ${tag}`, definition: serviceWith({ head: `icon: ${tag}` }) })),
  ...['\t', '\u0000', '\u0007', '\u007f', '\u0085', '\u200b', '\u200f', '\u202e', '\u2028', '\u2066', '\ufeff', '\ud800', '\u00ad', '\u{e0001}'].flatMap((hidden) =>
    ['theme: {h}x', 'theme: x{h}', '{h}theme: x', 'theme: "x{h}"', '# {h}', "theme: 'a{h}b'", 'a{h}b: x'].map((place) => ({ name: `U+${hidden.codePointAt(0)?.toString(16)} in ${place}`, definition: serviceWith({ head: place.replace('{h}', hidden) }) })),
  ),
  ...['service: a\nservice: b', 'version: 1\nversion: 1', '"theme": a\ntheme: b', '1: a\n"1": b', 'null: a\n~: b', '<<: { service: b }', '? [a]\n: b', '? { a: 1 }\n: b', 'theme: a: b', '%YAML 9.9\n---\na: 1', '---\na: 1\n---\nb: 2', '...', '', '~', '- a\n- b', '"text"', '5', '#', ':', '&a', '*a', '|', '>-', '@', '`', '%', '\r', '\r\n\r\n', 'a:\r  b', '\ufeffservice: a', 'x'.repeat(100_000), `a: "${'x'.repeat(1_000_000)}"`, 'a\n'.repeat(500_000), `${'a: '.repeat(30_000)}`, '# x\n'.repeat(100_000), '---\n'.repeat(50_000), '- a\n'.repeat(60_000), times(60_000, (i) => `k${i}: 1`).join('\n'), times(5000, () => 'k: 1').join('\n'), `[${'a,'.repeat(12_000)}]`, '!!a '.repeat(20_000), '&a '.repeat(20_000), `a: |\n${'  x\n'.repeat(45_000)}`, `${'"'.repeat(99_999)}`, `${"'".repeat(99_999)}`, '\\'.repeat(99_999), `a: "${'\\x41'.repeat(40_000)}"`].map((definition, index) => ({ name: `YAML ${index}: ${definition.slice(0, 20)}`, definition })),
]

function bomb(width: number, levels: number): string {
  const level = (index: number): string => `a${index}: &a${index} [${times(width, () => (index === 0 ? 'x' : `*a${index - 1}`)).join(', ')}]`
  return times(levels, level).join('\n')
}
