import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Where browsers are usually installed; CHROMIUM_PATH says otherwise. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--disable-gpu']

/** A headless browser: the one CHROMIUM_PATH names, an installed one, or on Linux x64 the one that comes with npm ci. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, libraries } = await findBrowser()
  const env = { ...process.env, FONTCONFIG_FILE: fontConfiguration(), ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) }
  // The package's own arguments run everything in one process, which dies with the first context that is closed.
  return playwright.launch({ executablePath, args: [...QUIET, '--no-sandbox', '--disable-dev-shm-usage'], headless: true, env })
}

/** Unpacks the browser once, before several workers ask for it at the same time. */
export const setup = async (): Promise<void> => void (await findBrowser())

async function findBrowser(): Promise<{ executablePath: string; libraries: string | null }> {
  const installed = process.env.CHROMIUM_PATH ?? USUAL.find((path) => existsSync(path))
  if (installed) return { executablePath: installed, libraries: null }
  const executablePath = await chromium.executablePath()
  const runs = spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status === 0
  return { executablePath, libraries: runs ? null : await unpackLibraries() }
}

/** A bare machine lacks the libraries a browser needs; the package brings them along. */
async function unpackLibraries(): Promise<string> {
  const folder = join(tmpdir(), 'al2023', 'lib')
  if (!existsSync(folder)) await inflate(resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
  return folder
}

/** The portal's own fonts, so that Chinese and Arabic have glyphs on a machine that has none. */
function fontConfiguration(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-fonts-'))
  const fonts = ['noto-sans-sc/400Regular', 'noto-sans-sc/700Bold', 'noto-sans-arabic/400Regular', 'noto-sans-arabic/700Bold'].map((name) => resolve('node_modules/@expo-google-fonts', name))
  const path = join(folder, 'fonts.conf')
  const dirs = [...fonts, '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('')
  const prefer = ['sans-serif', 'system-ui'].map((family) => `<alias binding="strong"><family>${family}</family><prefer><family>Noto Sans SC</family><family>Noto Sans Arabic</family></prefer></alias>`).join('')
  writeFileSync(path, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${folder}</cachedir>${prefer}</fontconfig>`)
  return path
}
