import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where the peers' own dependencies are named: they are no part of the portal. */
const PEERS = join(import.meta.dirname, 'peers')

/** Installs what the peers need, if it is not there yet. @returns false when that did not work; npm has said why */
export function installPeers(say: (line: string) => void): boolean {
  if (isInstalled()) return true
  say('Installing the systems to compare with (tests/bench/peers) …')
  // Their install scripts are not run: what of them is compiled is not used here.
  return spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: PEERS, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status === 0
}

/** A lock that changed since then names others. */
function isInstalled(): boolean {
  const installed = join(PEERS, 'node_modules', '.package-lock.json')
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(PEERS, 'package-lock.json')).mtimeMs
}
