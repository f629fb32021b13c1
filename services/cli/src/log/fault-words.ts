import { counted } from '../progress.js';
import type { Fault, Verification } from '@ledgerline/host';
import type { CheckedProof } from '@ledgerline/kernel';

const sentences: Readonly<Record<Fault['fault'] | NonNullable<CheckedProof['fault']>['fault'], string>> = {
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
  'commit-changed': 'this commit is not the one that was signed here',
  'commit-missing': 'a commit that was signed is missing before this one',
  'commit-inserted': 'this commit was put in after what follows it was signed',
  'commits-reordered': 'the commits from here on stand in another order than when they were signed',
  'checkpoint-forged': 'no key that is known has signed this checkpoint',
  'checkpoint-differs': 'the log up to here is not what was signed',
  'leaves-differ': 'what was kept of the signed tree is not what was signed; the log itself is',
  'key-forged': 'a key was introduced that the one before has not handed over to',
  'not-in-the-signed-log': 'this commit does not stand where the proof says',
  'not-a-proof': 'the file is no proof',
  'digest-differs': 'the log up to here is not what it was when the digest was written down',
};

/** A verification for a person: what was found whole, or the first thing that does not fit. */
export function verificationWords({ checked, signed, fault, affected }: Verification): readonly string[] {
  const { commits, events, streams, position, digest } = checked;
  const size = `${counted(commits)} commits, ${counted(events)} events, ${counted(streams)} streams`;
  if (!fault)
    return [
      `The log is whole: ${size}, up to ${position ?? 'its beginning'}.`,
      `Digest: ${position ?? ''}=${digest}`,
      ...signedWords(signed),
    ];
  return [
    `The log does not fit together. ${size} were looked at.`,
    ...faultWords(fault),
    ...(affected ? ['The first stream that does not go on:', ...faultWords(affected)] : []),
  ];
}

function signedWords({ checkpoints, commits, key }: Verification['signed']): readonly string[] {
  if (checkpoints === 0) return ['No signed checkpoint covers it.'];
  return [`Signed: ${counted(checkpoints)} checkpoints, the last over ${counted(commits)} commits.`, `Key: ${key ?? ''}`];
}

/** The same of one stream with its proof. */
export function proofWords({ commits, signed, size, at, key, fault }: CheckedProof): readonly string[] {
  if (fault) return [`The proof does not hold. ${counted(commits)} commits were looked at.`, ...faultWords(fault)];
  const late = commits === signed ? '' : ` ${counted(commits - signed)} were written after it and are not proven.`;
  return [
    `${counted(signed)} of ${counted(commits)} commits stand in the log of ${counted(size)} commits signed ${at ?? ''}.${late}`,
    `Key: ${key ?? ''}`,
  ];
}

function faultWords({
  fault,
  position,
  stream,
  version,
  expected,
  found,
}: Fault | NonNullable<CheckedProof['fault']>): readonly string[] {
  const place = stream === undefined ? '' : `, stream ${stream}, version ${version}`;
  return [
    `  position ${position ?? 'none'}${place}`,
    `  ${sentences[fault]} (${fault})`,
    `  expected  ${expected}`,
    `  found     ${found}`,
  ];
}
