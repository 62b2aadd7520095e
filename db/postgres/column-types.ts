import { bigint, customType } from 'drizzle-orm/pg-core'

/** A whole number that a JavaScript number holds: an instant, a count. */
export const whole = (name: string) => bigint(name, { mode: 'number' })

/** Bytes, without Buffer's own methods when they are read. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea', fromDriver: plainBytes })

/** The same memory as the type says. */
export function plainBytes(read: Uint8Array): Uint8Array {
  return new Uint8Array(read.buffer, read.byteOffset, read.byteLength)
}
