import type { AnswerFile } from '#app/kernel/case/answer.ts'

/** A file that an example knows by its name alone: what it is, its ending says. */
export function fileNamed(name: string): AnswerFile {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return { id: name, name, bytes: 1000, mediaType: kinds[ending] ?? 'application/octet-stream', sha256: name }
}

const kinds: Readonly<Record<string, string>> = { pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' }
