/**
 * A person's name with its middle hidden: 王*兰, 李*, L** N*. Enough to compare with a certificate at hand, too little to
 * learn a name from a code.
 */
export function halfHiddenName(name: string): string {
  return name.trim().split(/\s+/u).map(maskWord).join(' ')
}

function maskWord(word: string): string {
  const characters = [...word]
  const [first = '', ...rest] = characters
  if (!/\p{Script=Han}/u.test(word)) return first + '*'.repeat(rest.length)
  if (characters.length <= 2) return first + '*'.repeat(rest.length)
  return first + '*'.repeat(characters.length - 2) + (characters.at(-1) ?? '')
}
