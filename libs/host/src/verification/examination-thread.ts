import { nodeCryptography, sha256Bytes } from '@ledgerline/adapter-crypto';
import { hashBytesOf, leafHash, soundCommit } from '@ledgerline/kernel';
import { parentPort } from 'node:worker_threads';
import { findingsOf, type WrittenPage } from './examined-page.js';

/** Looks at the commits of one page after the other, each by itself: what needs nothing of the commits before. */
parentPort?.on('message', (page: WrittenPage) => {
  const findings = findingsOf(
    page,
    (commit) => soundCommit(commit, nodeCryptography),
    (hash) => leafHash(hashBytesOf(hash), sha256Bytes),
  );
  parentPort?.postMessage(findings, [findings.events.buffer, findings.leaves.buffer]);
});
