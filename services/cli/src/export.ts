import { exportLog, tableFormats, type ExportedLog, type TableFormat } from '@ledgerline/exports';
import { openHistory, proveStream, readConfiguration, sequenceOf, type Configuration, type History } from '@ledgerline/host';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { minedLogs, type MinedLog } from '@ledgerline/domain';
import { answer, answeringCommand, type Answer } from './answer.js';
import { verificationWords } from './log/fault-words.js';
import { wholeFile } from './log/whole-file.js';
import { exporter } from './mining/export-stamp.js';
import { isMined, minedAnswer, minedFormats, type MinedFormat } from './mining/mined-answer.js';
import { Refused, WrongUse } from './outcome.js';
import { ticketStream } from './replay/find-ticket.js';
import { counted, progress } from './progress.js';
import { tablesAnswer } from './tables/tables-answer.js';

interface Options {
  readonly to: string;
  readonly ticket?: string;
  readonly json?: boolean;
  readonly format: 'jsonl' | TableFormat | MinedFormat;
  readonly batch: number;
  readonly log: MinedLog;
  readonly personal?: boolean;
}

/** `ledgerline export`: every commit as a JSON line, for `verify --file` and for whoever wants to read them. Personal data stay sealed. */
export function exportCommand(): Command {
  return answeringCommand('export', 'write every commit as a JSON line: its exact bytes and their hash')
    .requiredOption('--to <place>', 'a file that is not there yet, or - for stdout; for tables a folder or s3://bucket/prefix')
    .addOption(
      new Option(
        '--format <format>',
        'jsonl: the log itself; tables of the public events; xes, ocel, ocel-sqlite: the courses of tickets',
      )
        .choices(['jsonl', ...tableFormats, ...minedFormats])
        .default('jsonl'),
    )
    .option('--ticket <id>', 'one ticket alone, by id or number, with the proof that it stands in the signed log')
    .addOption(new Option('--batch <commits>', 'of tables: commits of one batch at most').default(100_000).argParser(commitsOf))
    .addOption(
      new Option('--log <which>', 'of courses: those of this house, or those that were imported')
        .choices(minedLogs)
        .default('own'),
    )
    .option('--personal', 'of ocel: customers too, opened with the keys of the Vault')
    .action(
      answer<Options>(async ({ options: { to, json, ticket, format, batch, log, personal = false }, signal }) => {
        if (isMined(format)) {
          if (ticket !== undefined) throw new WrongUse('courses are of all tickets');
          if (to === '-' && json) throw new WrongUse('--json and --to - would both write to stdout');
          return minedAnswer({ to, format, log, personal }, signal);
        }
        if (format !== 'jsonl') {
          if (to === '-' || ticket !== undefined) throw new WrongUse('tables go to a folder or a bucket, and are of all tickets');
          return tablesAnswer({ to, format, batch }, signal);
        }
        if (to === '-' && json) throw new WrongUse('--json and --to - would both write to stdout');
        if (to !== '-' && existsSync(to)) throw new Refused('file-exists', `${to} is there already`);
        const configuration = readConfiguration(process.env);
        const history = await openHistory(configuration);
        try {
          if (ticket !== undefined) return await exportProof(history, { ticket, to }, signal);
          const write = (out: Writable) => writeLog(history, out, { configuration, signal });
          const exported = await (to === '-' ? write(process.stdout) : wholeFile(to, write));
          return report(exported, to);
        } finally {
          await history.close();
        }
      }),
    );
}

function commitsOf(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 on');
  return Number(text);
}

function report({ checked, misfit }: ExportedLog, to: string): Answer {
  const { commits, position, digest } = checked;
  const words = misfit
    ? verificationWords({ checked, signed: { checkpoints: 0, commits: 0 }, fault: misfit })
    : [`${counted(commits)} commits written to ${to}`, `Digest: ${position ?? ''}=${digest}`];
  if (to === '-') process.stderr.write(words.map((line) => `${line}\n`).join(''));
  return { result: { to, ...checked, misfit: misfit ?? null }, words: to === '-' ? [] : words, refused: misfit !== undefined };
}

/** One stream with its proof, for `verify --proof` and for whoever checks it without Ledgerline. */
async function exportProof({ store, trees }: History, { ticket, to }: { ticket: string; to: string }, signal: AbortSignal) {
  const stream = await ticketStream(ticket, store, signal);
  const proof = trees && (await proveStream(store, trees, stream));
  if (!proof) throw new Refused('nothing-signed', `no such ticket, or no checkpoint was signed yet: ${ticket}`);
  const text = `${JSON.stringify(proof, undefined, 2)}\n`;
  if (to === '-') process.stdout.write(text);
  else await writeFile(to, text, { flag: 'wx', mode: 0o600 });
  const facts = { to, stream, commits: proof.commits.length, signed: proof.commits.filter(({ path }) => path).length };
  const words = [`${facts.commits} commits of ${stream} written to ${to}, ${facts.signed} of them with their proof`];
  return { result: facts, words: to === '-' ? [] : words };
}

interface Writing {
  readonly configuration: Configuration;
  readonly signal: AbortSignal;
}

async function writeLog(history: History, out: Writable, { configuration, signal }: Writing): Promise<ExportedLog> {
  const end = await history.store.end();
  const told = progress('exporting');
  const total = sequenceOf(end);
  const stamp = { ...exporter(), site: configuration.site, position: end };
  const exported = await exportLog({ ...history, stamp, signal, onPage: ({ commits }) => told.at(commits, total) }, out);
  told.end();
  return exported;
}
