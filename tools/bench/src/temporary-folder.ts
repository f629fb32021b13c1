import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function temporaryFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'ledgerline-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
