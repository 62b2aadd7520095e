import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import chromium from '@sparticuz/chromium'
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
  const env = { ...process.env, FONTCONFIG_FILE: fontConfiguration() }
  const installed = process.env.CHROMIUM_PATH ?? USUAL.find((path) => existsSync(path))
  // Its own arguments run everything in one process, which dies with the first context that is closed.
  const executablePath = installed ?? (await chromium.executablePath())
  return playwright.launch({ executablePath, args: [...QUIET, '--no-sandbox', '--disable-dev-shm-usage'], headless: true, env })
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
