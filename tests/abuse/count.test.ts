import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

const FOLDER = 'tests/abuse'
const CLASSES = Array.from({ length: 25 }, (_, index) => `A${index + 1}`)

/** The table's rows: class, what it is, files, attempts. */
const rows = [...readFileSync(`${FOLDER}/README.md`, 'utf8').matchAll(/^\| (A[\d, A]+) \| ([^|]+) \| ([^|]+) \| ([\d,]+) \|$/gm)].map(([, classes = '', , files = '', attempts = '']) => ({
  classes: classes.split(', '),
  files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  attempts: Number(attempts.replaceAll(',', '')),
}))

/** What a file here says it tries, and holds itself to. */
const attemptsIn = (file: string): number => Number(/const ATTEMPTS = (\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? Number.NaN)
const own = readdirSync(FOLDER).filter((name) => /^a\d\d-.*\.test\.ts$/.test(name)).map((name) => `${FOLDER}/${name}`).filter((file) => !Number.isNaN(attemptsIn(file)))

test('the README names every class of abuse, with files that are there', () => {
  expect([...new Set(rows.flatMap(({ classes }) => classes))].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)))).toEqual(CLASSES)
  for (const { files } of rows) for (const file of files) expect(existsSync(file), file).toBe(true)
})

test('its figures are those that the files hold themselves to, together more than a thousand', () => {
  const named = rows.filter(({ files }) => files.every((file) => own.includes(file)))
  expect(named.flatMap(({ files }) => files).sort()).toEqual(own)
  for (const { files, attempts } of named) expect(attempts, files.join()).toBe(files.reduce((sum, file) => sum + attemptsIn(file), 0))
  expect(named.reduce((sum, { attempts }) => sum + attempts, 0)).toBeGreaterThanOrEqual(1000)
})
