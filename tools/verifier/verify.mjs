#!/usr/bin/env node
// Checks what Ledgerline exports without Ledgerline: one file, Node's own modules, nothing else. Read it in one sitting;
// docs/verification.md describes the formats, and every rule below has its number there.
//
//   node verify.mjs export.jsonl  [--key NAME+ID+KEY]… [--checkpoint FILE]     a whole log (ledgerline export --to)
//   node verify.mjs proof.json    [--key NAME+ID+KEY]…                         one stream  (ledgerline export --ticket)
//
// Prints what holds and exits 0, or names the first thing that does not fit and exits 1; 2 for wrong use.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export class Misfit extends Error {
  constructor(fault, where, expected, found) {
    super(`${fault}\n  where     ${where}\n  expected  ${expected}\n  found     ${found}`);
    this.fault = fault;
  }
}
const misfit = (fault, where, expected, found) => {
  throw new Misfit(fault, where, expected, found);
};

// ── bytes ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafOf = (commitHash) => sha256(Buffer.of(0), commitHash); // rule 6
const nodeOf = (left, right) => sha256(Buffer.of(1), left, right);

/** Strictly: what would be written another way is none. */
function base64(text) {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

// ── rule 2: canonical JSON (RFC 8785). JavaScript writes numbers and strings as the RFC asks; members are sorted here ──
function canonical(value) {
  if (typeof value === 'string' && !value.isWellFormed()) return undefined;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value).sort().map((name) => `${canonical(name)}:${canonical(value[name])}`); // prettier-ignore
  return `{${members.join(',')}}`;
}

// ── rules 1–5: the commits of a log, each against the one before it in its stream ────────────────────────────────────
class Streams {
  tails = new Map();
  next(text, hash, position) {
    const where = `position ${position}`;
    const actual = sha256(text).toString('base64url');
    if (actual !== hash) misfit('hash-differs', where, hash, actual);
    const commit = parsed(text);
    if (!isCommit(commit)) misfit('not-a-commit', where, 'a commit of format 1', text.slice(0, 80));
    if (canonical(commit) !== text) misfit('bytes-not-canonical', where, 'canonical JSON', text.slice(0, 80));
    const place = `${where}, stream ${commit.stream}, version ${commit.first}`;
    const tail = this.tails.get(commit.stream) ?? { last: 0, hash: null, at: '' };
    if (commit.first !== tail.last + 1)
      misfit('version-does-not-follow', place, `version ${tail.last + 1}`, `version ${commit.first}`);
    if (commit.previous !== tail.hash) misfit('chain-broken', place, `previous ${tail.hash}`, `previous ${commit.previous}`);
    let { at } = tail;
    for (const { meta } of commit.events) {
      if (meta.at < at) misfit('time-runs-backwards', place, `at ${at} or later`, `at ${meta.at}`);
      at = meta.at;
    }
    this.tails.set(commit.stream, { last: tail.last + commit.events.length, hash, at });
    return commit;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isCommit(commit) {
  if (commit?.format !== 1 || !/^[a-z][a-z0-9-]{0,29}\.[a-z0-9-]{1,64}$/.test(commit.stream)) return false;
  if (!(Number.isSafeInteger(commit.first) && commit.first > 0) || !Array.isArray(commit.events)) return false;
  const isEvent = (event, n) =>
    event?.id === `${commit.command}.${n + 1}` &&
    event.version === commit.first + n &&
    typeof event.type === 'string' &&
    typeof event.meta?.at === 'string';
  return commit.events.length > 0 && commit.events.every(isEvent);
}

// ── rule 6: the Merkle tree of RFC 9162, grown leaf by leaf ──────────────────────────────────────────────────────────
class Tree {
  size = 0;
  peaks = [];
  append(leaf) {
    let node = { height: 0, hash: leaf };
    while (this.peaks.at(-1)?.height === node.height)
      node = { height: node.height + 1, hash: nodeOf(this.peaks.pop().hash, node.hash) };
    this.peaks.push(node);
    this.size += 1;
  }
  root() {
    if (this.size === 0) return sha256();
    return this.peaks.map(({ hash }) => hash).reduceRight((right, left) => nodeOf(left, right));
  }
  copy() {
    return Object.assign(new Tree(), { size: this.size, peaks: [...this.peaks] });
  }
}

/** RFC 9162, 2.1.3.2. */
function rootOfPath(leaf, place, size, path) {
  let [at, last, hash] = [place, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = nodeOf(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else hash = nodeOf(hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

// ── rules 7 and 8: signed notes, checkpoints, keys that hand over ────────────────────────────────────────────────────
function keyOf(text) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const bytes = base64(encoded ?? '') ?? Buffer.alloc(0);
  if (bytes.length !== 33 || bytes[0] !== 1) return undefined;
  if (sha256(`${name}\n`, bytes).subarray(0, 4).toString('hex') !== id) return undefined;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return { name, id, text, public: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** The key among those trusted that has signed the note. */
function signerOf(note, trusted) {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return undefined;
  const text = Buffer.from(note.slice(0, split + 1));
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
    const bytes = base64(encoded ?? '');
    if (!bytes || bytes.length < 5) return undefined;
    const id = bytes.subarray(0, 4).toString('hex');
    const key = trusted.find((one) => one.name === name && one.id === id);
    if (key && verifySignature(null, text, key.public, bytes.subarray(4))) return key;
  }
  return undefined;
}

/** Rule 8: a note `{origin}/key`, number, key, time, signed by a key that is trusted, makes that key trusted too. */
function trustedKeys(notes, named) {
  const introduced = notes
    .map((note) => ({ note, lines: note.split('\n') }))
    .map(({ note, lines: [title, number, text] }) => ({ note, title, number: Number(number), key: keyOf(text ?? '') }))
    .filter(({ key, title }) => key && title === `${key.name}/key`)
    .sort((one, other) => one.number - other.number);
  const [first] = introduced;
  const trusted = [...named];
  if (named.length === 0 && first && signerOf(first.note, [first.key])) trusted.push(first.key);
  for (const { key, note } of introduced)
    if (!trusted.some(({ text }) => text === key.text) && signerOf(note, trusted)) trusted.push(key);
  if (named.length === 0 && trusted.length !== notes.length)
    misfit(
      'key-forged',
      'the keys',
      'keys that hand over to each other',
      `${notes.length}, ${trusted.length} of them handed over to`,
    );
  return trusted;
}

function checkpointOf(note, trusted, where) {
  const [origin, size, root, ...more] = note.split('\n');
  const key = signerOf(note, trusted);
  if (!key || key.name !== origin || !/^\d+$/.test(size))
    misfit('checkpoint-forged', where, 'the signature of a key that is known', `none, over ${size} commits of ${origin}`);
  const at = more.find((line) => line.startsWith('at '))?.slice(3) ?? '';
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), at, key };
}

// ── a whole log ──────────────────────────────────────────────────────────────────────────────────────────────────────
/** @param lines of the export; @param named keys to trust; @param keptNotes checkpoints kept elsewhere */
export async function verifyExport(lines, named = [], keptNotes = []) {
  const [streams, tree] = [new Streams(), new Tree()];
  const found = { checkpoints: 0, covered: 0, at: '' };
  let [trusted, notes, expected, digest, end] = [named, [], [], '', undefined];
  let [position, sequence, difference, pending] = ['its beginning', 0, undefined, undefined];
  const kept = keptNotes.map((note) => ({ note, size: Number(note.split('\n')[1]) }));
  kept.sort((one, other) => one.size - other.size);

  const check = (note) => {
    const where = `after ${position}`;
    const checkpoint = pending ? firstOf(pending, () => checkpointOf(note, trusted, where)) : checkpointOf(note, trusted, where);
    const { size, root, at } = checkpoint;
    if (size > tree.size && difference) differsBefore(difference, expected, size, root);
    if (size > tree.size && pending) throw pending;
    if (size > tree.size) misfit('ends-too-early', where, `${size} commits, as signed ${at}`, `${tree.size} commits`);
    if (size < tree.size || difference?.shown) return;
    if (tree.root().equals(root)) {
      if (difference) leavesDiffer(difference);
      Object.assign(found, { checkpoints: found.checkpoints + 1, covered: size, at, key: checkpoint.key.text });
    } else if (difference?.tree.size === size && difference.tree.root().equals(root)) difference.shown = true;
    else throw pending ?? new Misfit('checkpoint-differs', where, `root ${root.toString('base64')} over ${size} commits; it fitted over ${found.covered}`, tree.root().toString('base64')); // prettier-ignore
  };

  const commit = (text, hash, at) => {
    const [, log, next] = /^(.*)\.(\d+)$/.exec(at) ?? [];
    const before = sequence === 0 ? log : position.replace(/\.\d+$/, '');
    if (Number(next) !== sequence + 1 || log !== before)
      misfit('commits-missing', `before position ${at}`, `${before}.${sequence + 1}`, at); // rule 5
    try {
      streams.next(text, hash, at);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      if (!difference) throw error;
      pending ??= error; // the first thing was before this; the next checkpoint says what
    }
    [sequence, position] = [sequence + 1, at];
    digest = sha256(digest, hash).toString('base64url'); // rule 9
    const leaf = leafOf(Buffer.from(hash, 'base64url'));
    const signed = expected.shift();
    if (!difference && signed && !signed.equals(leaf))
      difference = { tree: tree.copy(), leaf: tree.size, at, hash, found: [], signed: [], shown: false };
    tree.append(leaf);
    if (difference && signed) difference.tree.append(signed);
    if (difference && difference.found.length < 256) difference.found.push(leaf.toString('base64'));
    if (difference && signed && difference.signed.length < 256) difference.signed.push(signed.toString('base64'));
    if (difference?.shown && difference.found.length === 256) named_(difference);
    while (kept[0]?.size === tree.size) check(kept.shift().note);
  };

  for await (const line of lines) {
    const shape = /^\{"commit":(.*),"hash":"([^"]*)","position":"([^"]*)"\}$/s.exec(line);
    if (shape) {
      commit(shape[1], shape[2], shape[3]);
      continue;
    }
    const item = parsed(line) ?? misfit('not-an-export', `after ${position}`, 'a line of an export', line.slice(0, 80));
    if (item.keys) {
      notes = [...notes, ...item.keys];
      trusted = trustedKeys(notes, named);
    } else if (item.leaves !== undefined) {
      const bytes = base64(item.leaves);
      if (!bytes || bytes.length % 32 !== 0)
        misfit('not-an-export', `after ${position}`, 'leaves of 32 bytes in base64', line.slice(0, 80));
      for (let from = 0; from + 32 <= bytes.length; from += 32) expected.push(bytes.subarray(from, from + 32));
    } else if (item.checkpoint !== undefined) check(item.checkpoint);
    else if (typeof item.end?.commits === 'number' && typeof item.end.digest === 'string') end = item.end;
    else misfit('not-an-export', `after ${position}`, 'a line of an export', line.slice(0, 80));
  }
  if (difference?.shown) named_(difference);
  if (pending) throw pending;
  if (difference) leavesDiffer(difference);
  for (const { note } of kept.splice(0)) check(note);
  if (!end) misfit('ends-too-early', `after ${position}`, 'a last line with "end"', 'the end of the file');
  if (end.digest !== digest || end.commits !== tree.size || (end.position ?? 'its beginning') !== position)
    misfit('digest-differs', `after ${position}`, `${end.digest} at ${end.position}, ${end.commits} commits`, `${digest}, ${tree.size} commits`); // prettier-ignore
  const key = found.key ? `\nkey ${found.key}` : '';
  return `whole: ${tree.size} commits in ${streams.tails.size} streams; ${found.checkpoints} checkpoints hold, the last over ${found.covered} commits, signed ${found.at}${key}`;
}

/** What was done first, from what comes after: rule 10. */
function named_({ leaf, at, hash, found, signed }) {
  const [comesLater, wasLater] = [found.includes(signed[0]), signed.includes(found[0])];
  const fault = comesLater
    ? wasLater ? 'commits-reordered' : 'commit-inserted'
    : wasLater ? 'commit-missing' : 'commit-changed'; // prettier-ignore
  misfit(fault, `position ${at}`, `commit ${leaf + 1} with the leaf ${signed[0]}, as signed`, `a commit with the hash ${hash}`);
}

/** The log is too short, and the leaves left over show that something before its end is not what was signed either. */
function differsBefore(difference, expected, size, root) {
  const kept = difference.tree.copy();
  const rest = expected.slice(0, size - kept.size);
  for (const leaf of rest) kept.append(leaf);
  if (kept.size !== size || !kept.root().equals(root)) return;
  named_({ ...difference, signed: [...difference.signed, ...rest.map((leaf) => leaf.toString('base64'))].slice(0, 256) });
}

/** What was found before comes before what `look` finds. */
function firstOf(pending, look) {
  try {
    return look();
  } catch {
    throw pending;
  }
}

function leavesDiffer({ leaf, at, found, signed }) {
  misfit('leaves-differ', `position ${at}`, `the leaf ${found[0]} of commit ${leaf + 1} in what was kept of the tree`, signed[0]);
}

// ── one stream with its proof ────────────────────────────────────────────────────────────────────────────────────────
export function verifyProof({ stream, keys, checkpoint: note, commits }, named = []) {
  const checkpoint = checkpointOf(note, trustedKeys(keys, named), 'the checkpoint');
  const streams = new Streams();
  let [signed, before] = [0, -1];
  for (const { text, hash, position, leaf, path } of commits) {
    const commit = streams.next(text, hash, position);
    if (commit.stream !== stream) misfit('facts-differ', `position ${position}`, stream, commit.stream);
    const isLate = path === undefined && leaf >= checkpoint.size;
    const siblings = (path ?? []).map((one) => Buffer.from(one, 'base64'));
    const root = isLate ? undefined : rootOfPath(leafOf(Buffer.from(hash, 'base64url')), leaf, checkpoint.size, siblings);
    if (leaf <= before || !(isLate || root?.equals(checkpoint.root)))
      misfit('not-in-the-signed-log', `position ${position}`, `a path to the root over ${checkpoint.size} commits`, `commit ${leaf + 1} is not there`); // prettier-ignore
    [before, signed] = [leaf, signed + Number(!isLate)];
  }
  return `holds: ${signed} of ${commits.length} commits of ${stream} stand in the log of ${checkpoint.size} commits signed ${checkpoint.at}\nkey ${checkpoint.key.text}`;
}

// ── the command ──────────────────────────────────────────────────────────────────────────────────────────────────────
async function main([file, ...rest]) {
  const [keys, kept] = [[], []];
  for (let n = 0; n < rest.length; n += 2) {
    const key = rest[n] === '--key' ? keyOf(rest[n + 1] ?? '') : undefined;
    if (key) keys.push(key);
    else if (rest[n] === '--checkpoint' && rest[n + 1]) kept.push(readFileSync(rest[n + 1], 'utf8'));
    else file = undefined;
  }
  if (file === undefined) {
    process.stderr.write('node verify.mjs FILE [--key NAME+ID+KEY]… [--checkpoint FILE]\n');
    return 2;
  }
  try {
    const proof = file.endsWith('.json') ? parsed(readFileSync(file, 'utf8')) : undefined;
    const lines = () => createInterface({ input: createReadStream(file), crlfDelay: Infinity });
    const words = proof ? verifyProof(proof, keys) : await verifyExport(lines(), keys, kept);
    process.stdout.write(`${words}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    process.stdout.write(`does not fit: ${error.message}\n`);
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
