import type { Ledgerline } from '@ledgerline/host';

/** Milliseconds for which a known item is taken as known. What is not known is asked for each time. */
const trusted = 2_000;
const known = new WeakMap<object, { readonly items: ReadonlySet<string>; readonly until: number }>();

/** True where the code stands in an item tree in force. */
export async function isKnownItem(item: string, ledgerline: Ledgerline): Promise<boolean> {
  const now = performance.now();
  const recent = known.get(ledgerline.bus);
  if (recent && recent.until > now && recent.items.has(item)) return true;
  const items = new Set(await ledgerline.ask<readonly string[]>('administration', 'items-in-force', {}));
  known.set(ledgerline.bus, { items, until: now + trusted });
  return items.has(item);
}
