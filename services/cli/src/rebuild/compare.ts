import {
  canonicalJson,
  everyDocument,
  isErased,
  type Collection,
  type CollectionDefinition,
  type StoredDocument,
} from '@ledgerline/kernel';

/** How a stored document differs from what it should be. */
export interface Difference {
  readonly id: string;
  /** `ahead`, `behind`: it has seen more, or less, of its streams than what it is compared with. */
  readonly what: 'missing' | 'surplus' | 'differs' | 'rows-differ' | 'ahead' | 'behind';
}

const pageSize = 200;

/** All documents of a collection in order of id, tombstones too. */
export async function* scanned<Document>(
  collection: Pick<Collection<Document>, 'scan'>,
): AsyncGenerator<StoredDocument<Document>> {
  for (let after: string | undefined; ;) {
    const page = await collection.scan(after, pageSize);
    yield* page;
    after = page.at(-1)?.id;
    if (after === undefined) return;
  }
}

type Lookup<Document> = (id: string) => Promise<StoredDocument<Document> | undefined>;

/**
 * Compares stored documents with those expected, which `expected` gives by id and `ids` lists.
 *
 * @param personal members that an erasure clears: cleared where they were, they say the same as where they never came to be
 */
export async function compareDocuments<Document>(
  stored: Pick<Collection<Document>, 'scan'>,
  expected: Lookup<Document>,
  ids: AsyncIterable<string> | Iterable<string>,
  personal: readonly string[] = [],
): Promise<{ readonly documents: number; readonly differences: readonly Difference[] }> {
  const differences: Difference[] = [];
  const seen = new Set<string>();
  for await (const document of scanned(stored)) {
    seen.add(document.id);
    const what = difference(withoutErased(document, personal), withoutErased(await expected(document.id), personal));
    if (what) differences.push({ id: document.id, what });
  }
  for await (const id of ids) if (!seen.has(id)) differences.push({ id, what: 'missing' });
  return { documents: seen.size, differences };
}

/** An event whose person is erased says of every personal member that it is erased, also of those that it never had. */
function withoutErased<Stored extends StoredDocument<unknown> | undefined>(stored: Stored, personal: readonly string[]): Stored {
  if (stored?.document === undefined || personal.length === 0) return stored;
  const members = Object.entries(stored.document as object).filter(
    ([name, value]) => !personal.includes(name) || !isErased(value),
  );
  return { ...stored, document: Object.fromEntries(members) };
}

function difference<Document>(
  stored: StoredDocument<Document>,
  expected: StoredDocument<Document> | undefined,
): Difference['what'] | undefined {
  if (!expected) return 'surplus';
  if (canonicalJson(stored) === canonicalJson(expected)) return undefined;
  const streams = Object.keys({ ...stored.versions, ...expected.versions });
  const steps = streams.map((stream) => (stored.versions[stream] ?? 0) - (expected.versions[stream] ?? 0));
  if (steps.some((step) => step > 0) && steps.every((step) => step >= 0)) return 'ahead';
  return steps.some((step) => step < 0) && steps.every((step) => step <= 0) ? 'behind' : 'differs';
}

/** Compares the rows that lists are found by with those that the documents should have. */
export async function compareRows<Document>(
  stored: Pick<Collection<Document>, 'find'>,
  definition: CollectionDefinition<Document>,
  expected: ReadonlyMap<string, StoredDocument<Document>>,
): Promise<{ readonly rows: number; readonly differences: readonly Difference[] }> {
  const missing = new Map<string, string[]>();
  for (const { id, document } of expected.values())
    if (document !== undefined) missing.set(id, definition.rows(document).map(canonicalJson));
  const differing = new Set<string>();
  let rows = 0;
  for await (const { id, row } of everyRowOf(stored, definition)) {
    rows += 1;
    const place = missing.get(id)?.indexOf(canonicalJson(row)) ?? -1;
    if (place < 0) differing.add(id);
    else missing.get(id)?.splice(place, 1);
  }
  for (const [id, left] of missing) if (left.length > 0) differing.add(id);
  return { rows, differences: [...differing].map((id) => ({ id, what: 'rows-differ' })) };
}

/** Along the first index that has all rows, so that it is one walk and not a sort for each page. */
function everyRowOf<Document>(stored: Pick<Collection<Document>, 'find'>, { indexes, none }: CollectionDefinition<Document>) {
  const whole = indexes.find((index) => !index.some((field) => none?.[field] !== undefined));
  return everyDocument(stored, { where: {}, ...(whole ? { sort: whole } : {}) });
}
