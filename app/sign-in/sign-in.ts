import type { ProviderLine } from './provider/provider-line.ts'
import type { SessionLimits } from './session/session-limits.ts'

/** How people sign in here. */
export type SignIn = {
  /** Where people reach the portal: scheme, host and port. Null: wherever they say they do; in the demonstration only. */
  publicUrl: string | null
  limits: SessionLimits
  providers: readonly ProviderLine[]
}

/** The portal's own address, for who sends people back to it. @param requested the address of a request */
export const originOf = ({ publicUrl }: SignIn, requested: string): string => publicUrl ?? new URL(requested).origin

/** Cookies are for HTTPS alone wherever there is HTTPS. */
export const isSecure = ({ publicUrl }: SignIn): boolean => publicUrl?.startsWith('https://') ?? false
