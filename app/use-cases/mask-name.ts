const HAN = /^\p{Script=Han}/u

/**
 * A name that lets those who know somebody recognise them, and nobody else: the first character of a Chinese name, which
 * is the family name (李**), the first letter of any other (L***). The length of the name does not show.
 */
export function maskName(name: string): string {
  // By code point: half a surrogate pair is no character.
  const [first = ''] = name.trim()
  return first + (HAN.test(first) ? '**' : '***')
}
