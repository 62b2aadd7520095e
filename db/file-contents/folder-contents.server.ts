import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { type FileContents, safeId } from './file-contents.ts'

/** A folder that every process sees at this path: of one machine, or shared over the network. A file appears whole or not at all. */
export function folderContents(folder: string): FileContents {
  // two letters apart, so that no folder holds millions
  const pathOf = (id: string): string => join(folder, safeId(id).slice(-2), id)
  return {
    put: async (id, content) => {
      const path = pathOf(id)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeThrough(`${path}.new`, content)
      await rename(`${path}.new`, path)
      await syncFolder(dirname(path))
    },
    get: async (id) => {
      try {
        return plainBytes(await readFile(pathOf(id)))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    remove: async (ids) => {
      for (const id of ids) await rm(pathOf(id), { force: true })
    },
  }
}

async function writeThrough(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The name is on the disk too: a power cut leaves no file without one. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const plainBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'
