import { counted } from '../progress.js';
import type { Fault, Verification } from './verification.js';

const sentences: Readonly<Record<Fault['fault'], string>> = {
  'commits-missing': 'commits are missing before this one',
  'hash-differs': 'the bytes are not those that were hashed',
  'bytes-not-canonical': 'the bytes are not canonical JSON (RFC 8785)',
  'not-a-commit': 'the bytes are no commit of format 1',
  'facts-differ': 'the store says something else than the bytes',
  'version-does-not-follow': "the version does not follow the stream's last one",
  'chain-broken': "the commit does not name the hash of the stream's last one",
  'time-runs-backwards': 'the time lies before that of the event before',
  unreadable: 'the log cannot be read after this',
  'ends-too-early': 'the log ends here, and once was longer',
  'digest-differs': 'the log up to here is not what it was when the digest was written down',
};

/** A verification for a person: what was found whole, or the first thing that does not fit. */
export function verificationWords({ checked, fault, affected }: Verification): readonly string[] {
  const { commits, events, streams, position, digest } = checked;
  const size = `${counted(commits)} commits, ${counted(events)} events, ${counted(streams)} streams`;
  if (!fault) return [`The log is whole: ${size}, up to ${position ?? 'its beginning'}.`, `Digest: ${position ?? ''}=${digest}`];
  return [
    `The log does not fit together. ${size} were looked at.`,
    ...faultWords(fault),
    ...(affected ? ['The first stream that does not go on:', ...faultWords(affected)] : []),
  ];
}

function faultWords({ fault, position, stream, version, expected, found }: Fault): readonly string[] {
  const place = stream === undefined ? '' : `, stream ${stream}, version ${version}`;
  return [
    `  position ${position ?? 'none'}${place}`,
    `  ${sentences[fault]} (${fault})`,
    `  expected  ${expected}`,
    `  found     ${found}`,
  ];
}
