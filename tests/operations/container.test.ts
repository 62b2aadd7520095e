import { existsSync, readFileSync, readdirSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { settingNames, settingOf } from './setting-names.ts'

const read = (path: string): string => readFileSync(path, 'utf8')
const dockerfile = read('Dockerfile')
const ignored = read('Dockerfile.dockerignore').split('\n')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const Service = z.object({
  image: z.string().optional(), environment: z.record(z.string(), z.string()).default({}), secrets: z.array(z.string()).default([]), volumes: z.array(z.string()).default([]), stop_grace_period: z.string().optional(),
  depends_on: z.record(z.string(), z.unknown()).default({}), networks: z.array(z.string()).default([]),
})
const compose = z.object({ services: z.record(z.string(), Service), secrets: z.record(z.string(), z.object({ file: z.string() })), volumes: z.record(z.string(), z.unknown()), networks: z.record(z.string(), z.unknown()) }).parse(parse(read('compose.yaml'), { merge: true }))
const portals = Object.entries(compose.services).filter(([name]) => name.startsWith('portal-'))

/** What is copied from the context, not from another stage. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '))
const [, , run = ''] = dockerfile.split(/^FROM /m)

describe('the image', () => {
  it('is made of what is there, and of nothing that is kept out', () => {
    expect(copied.length).toBeGreaterThan(10)
    expect(copied.filter((name) => !existsSync(name))).toEqual([])
    expect(copied.filter((name) => !ignored.includes(`!${name.replace('./', '')}`))).toEqual([])
    expect(ignored[0]).toBe('*')
  })

  it('holds every folder that the running portal reads or imports', () => {
    const sources = readdirSync('app', { recursive: true, encoding: 'utf8' }).concat(readdirSync('db', { recursive: true, encoding: 'utf8' }).map((name) => `../db/${name}`))
    const texts = sources.filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.')).map((name) => read(`app/${name}`))
    expect(texts.length).toBeGreaterThan(500)
    const needed = ['workflows', 'locales', 'build', 'audit', 'db', 'app', 'node_modules', 'package.json']
    expect(needed.filter((name) => !new RegExp(`^COPY .*${name}\\b`, 'm').test(run))).toEqual([])
    for (const text of texts) expect(text).not.toMatch(/from '#tests\//)
  })

  it('runs commands that are there, as nobody in particular, and ends when it is told', () => {
    for (const [, name = ''] of dockerfile.matchAll(/npm run (\w+)/g)) expect(Object.keys(scripts)).toContain(name)
    expect(`${dockerfile}\n`).toContain(`CMD ${JSON.stringify(scripts.serve?.split(' ')).replaceAll(',', ', ')}\n`)
    expect(run).toMatch(/^USER node$/m)
    expect(run).toMatch(/^STOPSIGNAL SIGTERM$/m)
    expect(run).toMatch(/^HEALTHCHECK .*\/healthz/m)
  })

  it('is set by settings that there are', () => {
    const variables = [...run.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name = '']) => name).filter((name) => name !== 'NODE_ENV')
    expect(variables.length).toBeGreaterThan(3)
    expect(variables.filter((name) => !settingNames.includes(settingOf(name)))).toEqual([])
  })
})

describe('compose.yaml', () => {
  it('runs two portals, set by settings that there are, with secrets in files that are theirs', () => {
    expect(portals).toHaveLength(2)
    for (const [, { environment, secrets }] of portals) {
      expect(Object.keys(environment).filter((name) => !settingNames.includes(settingOf(name)))).toEqual([])
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE')).map(([, path]) => path)
      expect(files.toSorted()).toEqual(secrets.map((name) => `/run/secrets/${name}`).toSorted())
      expect(secrets.filter((name) => !compose.secrets[name])).toEqual([])
      for (const secret of ['SESSION_SECRET', 'SIGN_IN_PROVIDERS', 'DATA_KEYS', 'INDEX_SECRET', 'CHECKPOINT_KEY', 'DATABASE_URL']) expect([secret, environment[secret], typeof environment[`${secret}_FILE`]]).toEqual([secret, undefined, 'string'])
    }
  })

  it('gives a portal longer to end than it takes', () => {
    const drain = Number(/DRAIN_MS=(\d+)/.exec(run)?.[1]) / 1000
    const source = read('app/operations/process/serve-until-stopped.ts')
    const seconds = (name: string): number => Number(new RegExp(`${name} = ([\\d_]+)`).exec(source)?.[1]?.replaceAll('_', '')) / 1000
    const takes = drain + seconds('REQUESTS_MS') + seconds('BACKGROUND_MS') + seconds('LINGER_MS')
    expect(takes).toBeGreaterThan(30)
    for (const [, { stop_grace_period }] of portals) expect(Number(stop_grace_period?.replace('s', ''))).toBeGreaterThan(takes)
  })

  it('names only networks, volumes and services that it has', () => {
    for (const { networks, volumes, depends_on } of Object.values(compose.services)) {
      expect([...networks.filter((name) => !(name in compose.networks)), ...Object.keys(depends_on).filter((name) => !(name in compose.services))]).toEqual([])
      const places = volumes.map((volume) => volume.split(':')[0] ?? '')
      expect(places.filter((place) => (place.startsWith('.') ? !existsSync(place) : !(place in compose.volumes)))).toEqual([])
    }
  })
})

describe('the proxy', () => {
  const caddyfile = read('deploy/Caddyfile')

  it('sends people to every portal, as long as it is ready, and shows nobody what is for machines', () => {
    expect(/reverse_proxy (.+) \{/.exec(caddyfile)?.[1]?.split(' ')).toEqual(portals.map(([name]) => `${name}:3000`))
    expect(caddyfile).toContain('health_uri /readyz')
    expect(caddyfile).toMatch(/@inside path .*\/metrics/)
  })

  it('notices that a portal ends before that stops serving', () => {
    const most = ['health_interval', 'health_timeout'].reduce((sum, name) => sum + Number(new RegExp(`${name} (\\d+)s`).exec(caddyfile)?.[1]), 0)
    expect(most * 1000).toBeLessThan(Number(/DRAIN_MS=(\d+)/.exec(run)?.[1]))
  })
})
