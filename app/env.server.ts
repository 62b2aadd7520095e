import { resolve } from 'node:path'

import { z } from 'zod'

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
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Settings = Omit<z.infer<typeof schema>, 'DATABASE_URL'> & { DATABASE_URL: string }

/** The settings, or a sentence for each that is wrong. */
export function readSettings(source: Readonly<Record<string, string | undefined>> = process.env): { ok: true; settings: Settings } | { ok: false; messages: string[] } {
  // A setting left empty is one not made: an empty HOST would open the portal to every network.
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')))
  if (!parsed.success) return { ok: false, messages: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  const dataDir = resolve(parsed.data.DATA_DIR)
  return { ok: true, settings: { ...parsed.data, DATA_DIR: dataDir, DATABASE_URL: parsed.data.DATABASE_URL ?? `file:${dataDir}/onetrip.db` } }
}
