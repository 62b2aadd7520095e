import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { z } from 'zod'

import type { Provider } from '#app/sign-in/provider/provider.ts'
import { readProviders } from '#app/sign-in/provider/read-providers.ts'

/** JSON by register; when it is not as in the example, a message that never says what was there. */
const byRegister = (value: z.ZodType<string>, example: string) =>
  z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return z.record(z.string(), value).parse(JSON.parse(text))
      } catch {
        context.addIssue({ code: 'custom', message: `must be JSON such as ${example}` })
        return z.NEVER
      }
    })

/** Who vouches for people; when it is not as described, a message that never says what was there. */
const providers = z
  .string()
  .default('[]')
  .transform((text, context): readonly Provider[] => {
    const read = readProviders(text)
    if (read) return read
    context.addIssue({ code: 'custom', message: 'must be JSON as docs/operations.md describes it' })
    return z.NEVER
  })

const minutes = (usual: number) => z.coerce.number().int().min(1).max(60).default(usual)

/** React renders several times faster when it is told that nobody develops here; what is set already stays. Before it is loaded. */
export function runAsProduction(): void {
  process.env.NODE_ENV ??= 'production'
}

/** The only reader of `process.env`. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z.string().optional(),
  /** Where notices to applicants are posted as JSON; none: they are only logged. */
  OUTBOX_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Registers that may send records, each with its secret. */
  REGISTER_TOKENS: byRegister(z.string().min(32), '{"health": "a secret of at least 32 characters"}'),
  /** Registers that are read over HTTP, and where; goes before what their files say. */
  REGISTER_URLS: byRegister(z.url({ protocol: /^https?$/ }), '{"traffic": "https://traffic.example/register"}'),
  /** What the portal shares with each register that is read over HTTP: both sign with it. */
  REGISTER_SECRETS: byRegister(z.string().min(32), '{"traffic": "a secret of at least 32 characters"}'),
  /** The private Ed25519 key that checkpoints of the chain are signed with, and where they are shipped: a folder, an address, or both. */
  CHECKPOINT_KEY: z.string().optional(),
  CHECKPOINT_DIR: z.string().optional(),
  CHECKPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Networks that CHECKPOINT_URL may be found in, as 10.1.0.0/16, with commas; none: public addresses only. */
  CHECKPOINT_ADDRESSES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .optional(),
  /** Master keys of what is sealed in the store, `id:base64` of 32 bytes, the current one first. */
  DATA_KEYS: z.string().optional(),
  /** Secret of the blind index by which people are found in it, base64 of 32 bytes. */
  INDEX_SECRET: z.string().optional(),
  /** Where people reach the portal: scheme, host and port. */
  PUBLIC_URL: z
    .string()
    .refine((text) => /^https?:/.test(text) && URL.parse(text)?.href === `${URL.parse(text)?.origin}/`, 'must be scheme, host and port without a path, such as https://portal.city.example')
    .transform((text) => new URL(text).origin)
    .optional(),
  /** Signs what browsers keep and say back. */
  SESSION_SECRET: z.string().optional(),
  SIGN_IN_PROVIDERS: providers,
  /** Minutes without a request after which somebody is signed out. */
  CITIZEN_IDLE_MINUTES: minutes(30),
  STAFF_IDLE_MINUTES: minutes(15),
  /** Proxies whose word on where a request comes from counts, by address or network, with commas. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((one) => one.trim()).filter((one) => one !== '')),
  /** ClamAV's daemon, `host:port`: uploads are scanned, and none that it has not called clean is given to anybody. */
  CLAMAV: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$/, 'must be host:port')
    .transform((text) => ({ host: text.split(':')[0] ?? '', port: Number(text.split(':')[1]) }))
    .optional(),
  /** Where the bytes of uploads lie: `file:///folder` that every portal sees, or `s3://bucket`; none: in the database. */
  FILES_URL: z.string().optional(),
  /** Of the bucket: where its protocol is spoken, and who writes there. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Ms between being told to end and taking no more connections: as long as a proxy needs to notice that `/readyz` says 503. */
  DRAIN_MS: z.coerce.number().int().min(0).max(60_000).default(0),
  /** An OpenTelemetry collector that takes OTLP over HTTP; none: nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Settings = Omit<z.infer<typeof schema>, 'DATABASE_URL'> & { DATABASE_URL: string }

/** The settings, or a sentence for each that is wrong. Each can also be the content of the file that `NAME_FILE` names. */
export function readSettings(source: Readonly<Record<string, string | undefined>> = process.env): { ok: true; settings: Settings } | { ok: false; messages: string[] } {
  // A setting left empty is one not made: an empty HOST would open the portal to every network.
  const made = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const filed = withFiles(made)
  if (!filed.ok) return filed
  const parsed = schema.safeParse(filed.settings)
  if (!parsed.success) return { ok: false, messages: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  const dataDir = resolve(parsed.data.DATA_DIR)
  return { ok: true, settings: { ...parsed.data, DATA_DIR: dataDir, DATABASE_URL: parsed.data.DATABASE_URL ?? `file:${dataDir}/onetrip.db` } }
}

type Source = Readonly<Record<string, string | undefined>>

/** Settings whose value lies in a file, as orchestrators hand out secrets: what is in the file, without the line's end. */
function withFiles(source: Source): { ok: true; settings: Source } | { ok: false; messages: string[] } {
  const names = Object.keys(schema.shape).filter((name) => source[`${name}_FILE`] !== undefined)
  const messages = names.filter((name) => source[name] !== undefined).map((name) => `${name} and ${name}_FILE are both set: leave one out`)
  const read = names.map((name): [string, string | null] => [name, contentOf(source[`${name}_FILE`] ?? '')])
  messages.push(...read.filter(([, content]) => content === null).map(([name]) => `${name}_FILE: there is no file to read at that path`))
  return messages.length > 0 ? { ok: false, messages } : { ok: true, settings: { ...source, ...Object.fromEntries(read.map(([name, content]) => [name, content ?? ''])) } }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
