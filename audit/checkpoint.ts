/** A checkpoint as it is written in the database and shipped. `at` is ISO 8601 in UTC. */
export type Checkpoint = { size: number; head: string; at: string; key: string; signature: string }

/** The text that is signed: a line that says what it is, and canonical JSON. */
export const statementOf = ({ size, head, at, key }: Checkpoint): string =>
  `onetrip-checkpoint/1\n{"at":${JSON.stringify(at)},"head":${JSON.stringify(head)},"key":${JSON.stringify(key)},"size":${size}}`

export const isSame = (one: Checkpoint, other: Checkpoint): boolean => statementOf(one) === statementOf(other) && one.signature === other.signature
