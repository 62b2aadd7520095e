import pg from 'pg'

import { StoreAway } from '../store-away.ts'

/**
 * Classes of what a server says when it can't serve now, whatever is asked: connection, resources, system, shutting down, read-only, and
 * whoever waited too long for an answer or a lock.
 */
const AWAY = /^(?:08|53|58|57P|57014|55P03|25006|25P03)/
/** What the driver says of connections, which carries no code. */
const BROKEN = /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/

/** What was asked of the server; throws StoreAway, with what was said, when it could not be. */
export async function tellAway<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && isAway(error)) throw new StoreAway(error.message, { cause: error })
    throw error
  }
}

function isAway(error: Error): boolean {
  if (error instanceof pg.DatabaseError) return AWAY.test(error.code ?? '')
  // the system's own errors name a call; several addresses of one host fail together
  return 'syscall' in error || error instanceof AggregateError || BROKEN.test(error.message)
}
