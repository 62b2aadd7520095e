/** Words that stand where a secret should: in examples, and in what people put there until later. Long ones: chance writes them once in a million secrets at most. */
const PLACEHOLDER = /change.?me|secret|password|example|placeholder|123456|qwerty|abcdef/i

const BYTES = 32

/** Is this no secret that somebody made with 32 random bytes? Text in hexadecimal or base64. */
export function isWeakSecret(text: string): boolean {
  if (PLACEHOLDER.test(text)) return true
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(text)
  if (!isHex && !/^[\w+/-]+={0,2}$/.test(text)) return true
  const bytes = Buffer.from(text, isHex ? 'hex' : 'base64')
  return bytes.length < BYTES || distinct(bytes) < BYTES / 2 || entropyOf(text) < (isHex ? 3 : 3.8)
}

const distinct = (bytes: Uint8Array): number => new Set(bytes).size

/** Shannon's, in bits a letter: 32 random bytes have about 3.8 in hexadecimal, 4.9 in base64; repetition has little. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0)
}
