/**
 * Commits on their way to another installation: one line that says what they are, then one line a commit, its exact text. Canonical JSON has no
 * line ends in it, so that nothing has to be written in another way.
 */
export interface MirroredPage extends PageHead {
  readonly texts: readonly string[];
}

export interface PageHead {
  /** The installation whose commits these are. */
  readonly from: string;
  /** Positions in that installation's log: after which these commits follow (null: from its beginning), up to where they are all, and its end. */
  readonly after: string | null;
  readonly next: string | null;
  readonly end: string;
  /** Hash of each commit, in order. */
  readonly hashes: readonly string[];
  /** The persons' keys, sealed for the reader (a JWE); null where none are needed. */
  readonly sealed: string | null;
}

export function pageText({ texts, ...head }: MirroredPage): string {
  return [JSON.stringify(head), ...texts].join('\n');
}

/** undefined for what is no page. */
export function readPage(text: string): MirroredPage | undefined {
  const [first = '', ...texts] = text.split('\n');
  let head: Partial<PageHead>;
  try {
    head = (JSON.parse(first) ?? {}) as Partial<PageHead>;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { from, after, next, end, hashes, sealed } = head;
  if (!isText(from) || !isText(end) || !isTextOrNull(after) || !isTextOrNull(next) || !isTextOrNull(sealed)) return undefined;
  if (!Array.isArray(hashes) || hashes.length !== texts.length || !hashes.every(isText)) return undefined;
  return { from, after, next, end, hashes, sealed, texts };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}
