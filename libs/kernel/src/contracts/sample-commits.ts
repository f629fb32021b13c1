import { hash } from 'node:crypto';
import { sealCommit, type Commit, type SealedCommit, type StreamName } from '../commit.js';

/** A sealed commit of `count` events that continues `previous` (undefined: begins the stream). */
export function sampleCommit(
  stream: StreamName,
  previous?: Pick<SealedCommit, 'last' | 'hash'>,
  { count = 1, text = 'text' }: { readonly count?: number; readonly text?: string } = {},
): SealedCommit {
  const first = (previous?.last ?? 0) + 1;
  const meta = {
    at: '2026-03-02T01:00:00.000Z',
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: { kind: 'system', id: 'contract' } as const,
    site: 'main',
    correlation: 'c',
  };
  const command = `${stream}-${first}-${text.slice(0, 20)}`;
  const commit: Commit = {
    format: 1,
    stream,
    first,
    command,
    digest: 'd',
    previous: previous?.hash ?? null,
    events: Array.from({ length: count }, (_, n) => ({
      id: `${command}.${n + 1}`,
      version: first + n,
      type: 'contract.happened',
      schema: 1,
      data: { text },
      meta,
    })),
  };
  return sealCommit(commit, { sha256: (bytes) => hash('sha256', bytes, 'base64url') });
}

/** `length` commits of one stream, each continuing the one before. */
export function sampleStream(stream: StreamName, length: number, text = 'text'): readonly SealedCommit[] {
  const commits: SealedCommit[] = [];
  for (let n = 0; n < length; n += 1) commits.push(sampleCommit(stream, commits.at(-1), { text }));
  return commits;
}
