/** What may stand beside a span: ids of routes and registers, outcomes and counts. Nothing of a person or a case. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

/** One thing that takes time. */
export type Span = {
  /** Runs something in it: spans that start there are its children. */
  run<Result>(what: () => Result): Result
  end(attributes: SpanAttributes, failed?: boolean): void
}

/** Where spans go. */
export type Trace = { start(name: string): Span; close(): Promise<void> }

const silent: Span = { run: (what) => what(), end: () => {} }

/** Nobody collects them: costs nothing. */
export const noTrace: Trace = { start: () => silent, close: async () => {} }
