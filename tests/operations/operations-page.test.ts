import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { makeMetrics } from '#app/operations/measure/metrics.ts'
import { readSettings } from '#app/env.server.ts'

import { settingNames } from './setting-names.ts'

const page = readFileSync('docs/operations.md', 'utf8')
const section = (title: string): string => page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
const firstCells = (text: string): string => text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|')[1]).join('\n')
const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts)

describe('docs/operations.md', () => {
  it('names every setting, and none that is not', () => {
    expect(settingNames.length).toBeGreaterThan(25)
    const read = readSettings({})
    expect(read.ok && Object.keys(read.settings).filter((name) => !settingNames.includes(name))).toEqual([])
    const told = [...firstCells(section('Settings')).matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name = '']) => name)
    expect(told.toSorted()).toEqual(settingNames.toSorted())
  })

  it('names every metric of ours, and none that is not', async () => {
    const ofProcess = (await makeMetrics(false).registry.getMetricsAsJSON()).map(({ name }) => name)
    const elsewhere = ['load-metrics', 'store-metrics'].flatMap((name) => [...readFileSync(`app/operations/measure/${name}.ts`, 'utf8').matchAll(/'(onetrip_\w+)'/g)].map(([, one = '']) => one))
    const told = new Set([...page.matchAll(/onetrip_\w+/g)].map(([name]) => name))
    expect([...told].toSorted()).toEqual([...ofProcess, ...elsewhere].toSorted())
  })

  it('leads to files and sections that are there, and to commands that can be run', () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to)
    expect(links.length).toBeGreaterThan(10)
    const anchors = [...page.matchAll(/^##+ (.+)$/gm)].map(([, title = '']) => `#${title.toLowerCase().replaceAll(/[^\w -]/g, '').replaceAll(' ', '-')}`)
    expect(links.filter((to) => (to.startsWith('#') ? !anchors.includes(to) : !/^https?:/.test(to) && !existsSync(join(dirname('docs/operations.md'), to))))).toEqual([])
    const commands = [...page.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !scripts.includes(name))).toEqual([])
    expect(page.split('\n').length).toBeLessThan(200)
  })
})
