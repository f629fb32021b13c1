import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { ledgerlineEvents, type MinedLog } from '@ledgerline/domain';
import { exportOcel, exportOcelSqlite, exportXes, type Mined, type MinedExport, type OcelExport } from '@ledgerline/exports';
import { openHistory, readConfiguration, sequenceOf, type History } from '@ledgerline/host';
import { EventCodec, KeyRing } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import type { Answer } from '../answer.js';
import { wholeFile, wholeFileAt } from '../log/whole-file.js';
import { Refused, WrongUse } from '../outcome.js';
import { counted, progress } from '../progress.js';
import { exporter } from './export-stamp.js';

export const minedFormats = ['xes', 'ocel', 'ocel-sqlite'] as const;
export type MinedFormat = (typeof minedFormats)[number];

export function isMined(format: string): format is MinedFormat {
  return minedFormats.some((one) => one === format);
}

export interface MinedAsked {
  readonly to: string;
  readonly format: MinedFormat;
  readonly log: MinedLog;
  /** Customers too. */
  readonly personal: boolean;
}

/** `ledgerline export --format xes|ocel|ocel-sqlite`: the courses of tickets for process mining. */
export async function minedAnswer({ to, format, log, personal }: MinedAsked, signal: AbortSignal): Promise<Answer> {
  if (format !== 'xes' && to === '-')
    throw new WrongUse('ocel goes to a file: its objects wait beside it until its events are written');
  if (format === 'xes' && personal) throw new WrongUse('xes tells nothing personal');
  if (to !== '-' && existsSync(to)) throw new Refused('file-exists', `${to} is there already`);
  const configuration = readConfiguration(process.env);
  const history = await openHistory(configuration);
  try {
    const { store } = history;
    const end = await store.end();
    const told = progress('exporting');
    const stamp = { ...exporter(), site: configuration.site, position: end };
    const onPage: MinedExport['onPage'] = (position) => told.at(sequenceOf(position), sequenceOf(end));
    const done = await writtenTo(
      to,
      { store, end, signal, log, stamp, onPage },
      { format, ...(personal ? { open: opening(history) } : {}) },
    );
    told.end();
    const words = `${counted(done.events)} events of ${counted(done.cases)} cases written to ${to}, up to ${end}`;
    if (to === '-') process.stderr.write(`${words}\n`);
    return { result: { to, format, log, ...done, position: end }, words: to === '-' ? [] : [words] };
  } finally {
    await history.close();
  }
}

type How = Pick<OcelExport, 'open'> & { readonly format: MinedFormat };

function writtenTo(to: string, asked: MinedExport, { format, ...open }: How): Promise<Mined> {
  if (format === 'ocel-sqlite') return wholeFileAt(to, (part) => exportOcelSqlite({ ...asked, ...open }, part));
  if (format === 'ocel') return wholeFile(to, (out) => exportOcel({ ...asked, ...open }, out, `${to}.objects.part`));
  return to === '-' ? exportXes(asked, process.stdout) : wholeFile(to, (out) => exportXes(asked, out));
}

/** With the keys of the Vault, and of a registration alone. */
function opening(history: History): NonNullable<OcelExport['open']> {
  let codec: EventCodec | undefined;
  return async (commits) => {
    codec ??= new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(await history.vault()));
    return (await codec.open(commits, ['TicketRegistered'])).flatMap(({ events }) => events);
  };
}
