import { AsyncLocalStorage } from 'node:async_hooks'

import { type Context, diag, DiagLogLevel, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Logger } from 'pino'

import type { Trace } from './trace.ts'

/**
 * Spans to a collector by OTLP over HTTP, in batches; what it does not take is dropped, and nobody waits for it.
 * @param endpoint the collector's address without `/v1/traces`; headers for it are read from OTEL_EXPORTER_OTLP_HEADERS by the exporter
 */
export function otlpTrace(endpoint: string, log: Logger): Trace {
  const warn = (message: string): void => log.warn({ message }, 'traces')
  diag.setLogger({ error: warn, warn, info: () => {}, debug: () => {}, verbose: () => {} }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true })
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new TracerProvider({ resource: resourceFromAttributes({ 'service.name': 'onetrip' }), spanProcessors: [new BatchSpanProcessor({ exporter })] })
  const tracer = provider.getTracer('onetrip')
  const active = new AsyncLocalStorage<Context>()
  return {
    start: (name) => {
      const parent = active.getStore()
      const span = tracer.startSpan(name, { kind: name === 'request' ? SpanKind.SERVER : SpanKind.INTERNAL }, parent ?? ROOT_CONTEXT)
      return {
        run: (what) => active.run(trace.setSpan(parent ?? ROOT_CONTEXT, span), what),
        end: (attributes, failed = false) => {
          span.setAttributes(attributes)
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        },
      }
    },
    close: () => provider.shutdown(),
  }
}
