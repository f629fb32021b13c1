import type { Parse } from '../ticket-query.js';
import type { AnswerHeader } from './answer-headers.js';

type BodyClass = new () => object;

/** One call of the API: the document, the tests of bad input and of permissions are made from it. */
export interface Call {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly body?: BodyClass;
  readonly status?: number;
  /** Its parameters: by the rules that check them, or by name alone. */
  readonly query?: readonly string[] | Readonly<Record<string, Parse>>;
  readonly open?: boolean;
  /** Content of any media type instead of JSON. */
  readonly upload?: boolean;
  readonly download?: boolean;
  /** Plain text instead of JSON. */
  readonly text?: boolean;
  /** Server-sent events instead of JSON. */
  readonly stream?: boolean;
  /** Headers of the answer that say something to whoever calls, beside those that every such answer has. */
  readonly headers?: readonly AnswerHeader[];
  /** A table as text instead of JSON, or beside it. */
  readonly csv?: boolean;
}
