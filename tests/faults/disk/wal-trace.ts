import { readFileSync } from 'node:fs'

/** What strace saw of a submission server, checked. */
export type Traced = { acknowledged: number; /** Answered 201 before the disk had what it tells of. */ early: number; syncs: number }

const SYSCALLS = 'read,write,writev,pwrite64,pwritev,fsync,fdatasync,sendto,sendmsg'

/** Runs a program so that `checkTrace` can read what it did. */
export const traceInto = (path: string): readonly string[] => ['strace', '-f', '-y', '-s', '24', '-o', path, '-e', `trace=${SYSCALLS}`]

const ASKED = /^read\((\d+)<.*>, "POST \//
const ANSWERED = /^(?:write|writev|sendto|sendmsg)\((\d+)<.*"HTTP\/1\.1 201/
const WROTE = /^p?writev?(?:64)?\(\d+<[^>]*-wal>/
const SYNCED = /^f(?:data)?sync\(\d+<[^>]*-wal>\)\s+= 0/

type Line = { pid: string; call: string }
type Disk = { writes: number; dirty: boolean; syncs: number }

/**
 * Between a submission that was read and its 201 the log must have been written, and all that was written must have reached the disk
 * (`fdatasync` came back with 0).
 */
export function checkTrace(path: string): Traced {
  const disk: Disk = { writes: 0, dirty: false, syncs: 0 }
  const asked = new Map<string, number>()
  const traced = { acknowledged: 0, early: 0 }
  for (const { call } of linesOf(readFileSync(path, 'utf8'))) {
    note(disk, call)
    const from = ASKED.exec(call)?.[1]
    if (from !== undefined) asked.set(from, disk.writes)
    const to = ANSWERED.exec(call)?.[1]
    if (to === undefined) continue
    traced.acknowledged += 1
    if (disk.dirty || disk.writes === (asked.get(to) ?? disk.writes)) traced.early += 1
  }
  return { ...traced, syncs: disk.syncs }
}

function note(disk: Disk, call: string): void {
  if (WROTE.test(call)) {
    disk.dirty = true
    disk.writes += 1
  } else if (SYNCED.test(call)) {
    disk.dirty = false
    disk.syncs += 1
  }
}

/** Calls of threads that ran beside each other stand in two halves: a call counts when it has come back. */
function linesOf(text: string): Line[] {
  const begun = new Map<string, string>()
  return text.split('\n').flatMap((line) => {
    const [, pid = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    const first = /^(.*) <unfinished \.\.\.>$/.exec(call)?.[1]
    if (first !== undefined) begun.set(pid, first)
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(call)?.[1]
    return first === undefined ? [{ pid, call: rest === undefined ? call : `${begun.get(pid) ?? ''}${rest}` }] : []
  })
}
