import type { Checkpoint } from './checkpoint.ts'

/** A file of shipped checkpoints that can't be used, in a sentence for the auditor. */
export class UnreadableCheckpoints extends Error {}

/**
 * Checkpoints as they were shipped, one JSON object a line. A line that broke off when the machine stopped is followed by the
 * whole of it; nothing else may be there that is no checkpoint.
 */
export function readShipped(text: string): Checkpoint[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.flatMap((line, index) => {
    const checkpoint = parsed(line)
    if (checkpoint) return [checkpoint]
    if (index === lines.length - 1 || lines[index + 1]?.startsWith(line)) return []
    throw new UnreadableCheckpoints(`Line ${index + 1} of the shipped checkpoints is no checkpoint.`)
  })
}

function parsed(line: string): Checkpoint | null {
  try {
    const { size, head, at, key, signature } = JSON.parse(line) as Record<string, unknown>
    const isText = [head, at, key, signature].every((one) => typeof one === 'string')
    return Number.isSafeInteger(size) && isText ? ({ size, head, at, key, signature } as Checkpoint) : null
  } catch {
    return null
  }
}
