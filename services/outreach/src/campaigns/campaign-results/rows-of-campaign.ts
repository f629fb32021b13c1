import type { Collection, Condition, Row } from '@ledgerline/kernel';

/** Rows of a page: for the system's own use. */
const aPage = 1_000;

/** All rows that match, page by page, without their documents. */
export async function* rowsOfCampaign(
  calls: Pick<Collection<never>, 'findRows'>,
  where: Readonly<Record<string, Condition>>,
  sort: readonly string[],
): AsyncGenerator<Row> {
  for (let cursor: string | undefined; ;) {
    const page = await calls.findRows({ where, sort, limit: aPage, ...(cursor === undefined ? {} : { cursor }) });
    for (const { row } of page.items) yield row;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
