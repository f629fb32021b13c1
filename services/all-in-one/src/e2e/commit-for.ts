import { sealCommit, type Cryptography, type SealedCommit } from '@ledgerline/kernel';

/** The first commit of a stream of that name. */
export function commitFor(name: string, cryptography: Cryptography): SealedCommit {
  const at = '2026-01-01T00:00:00.000Z';
  const meta = { at, recordedAt: at, actor: { kind: 'system', id: 'test' } as const, site: 'main', correlation: name };
  const event = { id: `${name}.1`, version: 1, type: 'TicketRegistered', schema: 1, data: { name }, meta };
  const commit = { format: 1, stream: `ticket.${name}`, first: 1, command: name, digest: '', previous: null } as const;
  return sealCommit({ ...commit, events: [event] }, cryptography);
}
