import { code, isInstant } from '@ledgerline/contracts';
import { departmentFold, type DocumentType, type RoutingTable } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

export interface DocumentFault {
  readonly pointer: string;
  readonly detail: string;
}

/** Every fault for which a document could not be put in force. */
export async function faultsOfDocument(
  type: DocumentType,
  body: unknown,
  ledgerline: Ledgerline,
): Promise<readonly DocumentFault[]> {
  if (type === 'routing-table') return faultsOfRoutingTable(body, ledgerline);
  return [{ pointer: '', detail: `drafts of a ${type} are not taken yet: the shipped one is in force` }];
}

const facts = ['kind', 'item', 'level', 'site', 'district', 'product'];

async function faultsOfRoutingTable(body: unknown, ledgerline: Ledgerline): Promise<readonly DocumentFault[]> {
  const faults: DocumentFault[] = [];
  const fault = (pointer: string, detail: string) => faults.push({ pointer, detail });
  const table = body as Partial<RoutingTable>;
  if (typeof table.code !== 'string' || !code.test(table.code)) fault('/code', 'must be a code');
  if (!isInstant(table.effectiveFrom)) fault('/effectiveFrom', 'must be an RFC 3339 time with offset');
  const rules: readonly unknown[] = Array.isArray(table.rules) ? table.rules : [];
  if (!Array.isArray(table.rules) || rules.length > 5_000) fault('/rules', 'must be a list of at most 5000 rules');
  const named: (readonly [string, unknown])[] = [['/fallback', table.fallback]];
  const seen = new Map<string, number>();
  for (const [index, raw] of rules.entries()) {
    const rule = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
    const when = (typeof rule['when'] === 'object' && rule['when'] !== null ? rule['when'] : {}) as Record<string, unknown>;
    for (const [fact, value] of Object.entries(when))
      if (!facts.includes(fact) || typeof value !== 'string')
        fault(`/rules/${index}/when/${fact}`, `must be one of ${facts.join(', ')} with a text`);
    const same = JSON.stringify(Object.entries(when).toSorted());
    if (seen.has(same)) fault(`/rules/${index}/when`, `says the same as rule ${seen.get(same)}`);
    seen.set(same, index);
    named.push([`/rules/${index}/lead`, rule['lead']]);
    const coHandling = Array.isArray(rule['coHandling']) ? (rule['coHandling'] as unknown[]) : undefined;
    if (!coHandling) fault(`/rules/${index}/coHandling`, 'must be a list of departments');
    for (const [place, one] of (coHandling ?? []).entries()) named.push([`/rules/${index}/coHandling/${place}`, one]);
  }
  for (const [pointer, department] of named) {
    if (typeof department !== 'string' || !code.test(department)) fault(pointer, 'must be the code of a department');
    else if (!(await ledgerline.commands.current(streamName('department', department), departmentFold)).state)
      fault(pointer, `no department ${department}`);
  }
  return faults;
}
