import type { Answer, AnswerFile, Answers, Envelope, Value } from '#app/kernel/case/answer.ts'

import { step, type Touch } from './personal-part.ts'

/** What was given, by whom it was not; what a file is called and holds. Sources, days and names of fields stay. */
export const walkAnswers = (answers: Answers, path: string, touch: Touch): Answers =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, walkAnswer(answer, step(path, name), touch)]))

const walkAnswer = (answer: Answer, path: string, touch: Touch): Answer => ({
  ...answer,
  value: touch(`${path}/value`, answer.value, null),
  envelope: answer.envelope && walkEnvelope(answer.envelope, `${path}/envelope`, touch),
  file: answer.file && walkFile(answer.file, `${path}/file`, touch),
})

/** A record's key may be a plate, a number, an address. */
export const walkEnvelope = (envelope: Envelope, path: string, touch: Touch): Envelope => ({
  ...envelope,
  key: touch(`${path}/key`, envelope.key, ''),
  value: touch(`${path}/value`, envelope.value, null),
})

/** The hash of a file says which file it is to whoever has it. */
export const walkFile = <File extends AnswerFile>(file: File, path: string, touch: Touch): File => ({
  ...file,
  name: touch(`${path}/name`, file.name, ''),
  sha256: touch(`${path}/sha256`, file.sha256, ''),
})

export const walkValues = (values: Readonly<Record<string, Value>>, path: string, touch: Touch): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, touch(step(path, name), value, null)]))
