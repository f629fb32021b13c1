import { code, isInstant } from '@ledgerline/contracts';
import {
  departmentFold,
  documentFold,
  Faults,
  faultsOfCalendar,
  faultsOfPolicy,
  type DocumentFault,
  type DocumentType,
  type Policy,
  type RoutingTable,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** Every fault for which a document could not be put in force. */
export async function faultsOfDocument(
  type: DocumentType,
  body: unknown,
  ledgerline: Ledgerline,
): Promise<readonly DocumentFault[]> {
  switch (type) {
    case 'routing-table':
      return faultsOfRoutingTable(body, ledgerline);
    case 'calendar':
      return faultsOfCalendar(body);
    case 'policy':
      return faultsOfPolicyHere(body, ledgerline);
    case 'item-tree':
      return faultsOfItemTree(body);
  }
}

/** A policy's own faults, then the calendars that it names and nobody knows. */
async function faultsOfPolicyHere(body: unknown, ledgerline: Ledgerline): Promise<readonly DocumentFault[]> {
  const faults = faultsOfPolicy(body);
  if (faults.length > 0) return faults;
  const missing: DocumentFault[] = [];
  for (const [place, { calendar }] of (body as Policy).clocks.entries()) {
    if (calendar === 'elapsed') continue;
    const { version } = await ledgerline.commands.current(streamName('document', `calendar-${calendar}`), documentFold);
    if (version === 0) missing.push({ pointer: `/clocks/${place}/calendar`, detail: 'is no calendar of this installation' });
  }
  return missing;
}

function faultsOfItemTree(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const tree = Object.fromEntries(faults.members('', body)) as Readonly<Record<string, unknown>>;
  faults.strangers('', tree, ['code', 'effectiveFrom', 'items']);
  if (!isInstant(tree['effectiveFrom'])) faults.add('/effectiveFrom', 'must be an RFC 3339 time with offset');
  const seen = new Set<unknown>();
  for (const [place, item] of faults.items('/items', tree['items'], 5_000)) {
    const at = `/items/${place}`;
    const { code: name, zh, en, parent } = Object.fromEntries(faults.members(at, item)) as Readonly<Record<string, unknown>>;
    faults.strangers(at, item, ['code', 'zh', 'en', 'parent']);
    if (typeof name !== 'string' || !code.test(name)) faults.add(`${at}/code`, 'must be a code');
    if (seen.has(name)) faults.add(`${at}/code`, 'stands twice');
    for (const [language, text] of Object.entries({ zh, en }))
      if (typeof text !== 'string' || text.trim() === '' || text.length > 200)
        faults.add(`${at}/${language}`, 'must be a text of at most 200 characters');
    if (parent !== undefined && !seen.has(parent)) faults.add(`${at}/parent`, 'must be the code of an item before it');
    seen.add(name);
  }
  return faults.found;
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
