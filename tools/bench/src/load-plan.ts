/** What the load generator is told. Each connection sends its next request when the last was answered. */
export interface LoadPlan {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  readonly token?: string;
  /** Taken in turn, again and again. */
  readonly requests: readonly { readonly path: string; readonly body: unknown }[];
  readonly connections: number;
  /** Ends after so many seconds or so many requests, whichever comes first. */
  readonly seconds?: number;
  readonly count?: number;
}

export interface LoadResult {
  readonly answered: number;
  /** Answers other than 2xx; they are not among `answered`. */
  readonly failed: number;
  readonly firstFailure?: string;
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers in each second of the run. */
  readonly bySecond: readonly number[];
}
