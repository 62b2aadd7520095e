import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const OUTPUT = 'build/server/index.js'
const SOURCES = ['app', 'public', 'vite.config.ts', 'remix.config.js', 'package-lock.json']

/** Builds the pages when there is no build, or a source is newer. @returns whether a build is there now */
export function buildIfNeeded(say: (line: string) => void): boolean {
  if (existsSync(OUTPUT) && newest(SOURCES) <= statSync(OUTPUT).mtimeMs) return true
  say('Building the pages …')
  const built = spawnSync('remix', ['vite:build'], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', shell: process.platform === 'win32' })
  if (built.status === 0) return true
  say(`${built.stdout ?? ''}${built.stderr ?? ''}${built.error?.message ?? ''}`)
  return false
}

/** Epoch ms of the last change in these files and folders. */
function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(lastChange))
}

function lastChange(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return newest(readdirSync(path).filter((name) => !name.includes('.test.')).map((name) => join(path, name)))
}
