import type { Logger } from 'pino'

import type { Settings } from '#app/env.server.ts'

import { makeMetrics, type Metrics } from './measure/metrics.ts'
import { calmMeter, type LoadMeter, makeLoadMeter } from './shed/load-meter.ts'
import { noTrace, type Trace } from './trace/trace.ts'

/** What an operator sees of a process, and how it is told to end. */
export type Operations = {
  meter: LoadMeter
  metrics: Metrics
  trace: Trace
  /** Aborted once the process has been told to end: it answers still, and wants no more. */
  stopping: AbortSignal
}

/** For a process that serves people. Spans are collected where OTEL_EXPORTER_OTLP_ENDPOINT says; without it nothing of that is even loaded. */
export async function makeOperations({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }: Pick<Settings, 'OTEL_EXPORTER_OTLP_ENDPOINT'>, log: Logger, stopping: AbortSignal): Promise<Operations> {
  const trace = endpoint === undefined ? noTrace : (await import('./trace/otlp-trace.ts')).otlpTrace(endpoint, log)
  return { meter: makeLoadMeter(), metrics: makeMetrics(true), trace, stopping }
}

/** For a server that nobody operates: it counts, and sheds nothing. */
export const quietOperations = (): Operations => ({ meter: calmMeter, metrics: makeMetrics(false), trace: noTrace, stopping: new AbortController().signal })
