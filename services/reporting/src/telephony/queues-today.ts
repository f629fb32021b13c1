import type { Principal } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { askDesk } from '../analytics/report.query.js';
import type { ReportAnswer, ReportQuestion } from '../analytics/reports/answer-report.js';
import { daysOfNow } from './agents-now.js';
import type { Sites } from './live-board.js';
import { onceIn } from './once-in.js';

export interface QueueToday {
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Shares of the offered; null of none. */
  readonly serviceLevel: number | null;
  readonly abandonedShare: number | null;
  /** Seconds. */
  readonly speedOfAnswerSeconds: number | null;
}

/** Figures of queues for whoever takes calls at their sites: of no agent, and so narrowed to the sites alone. */
const reader: Principal = { kind: 'system', id: 'wallboard', roles: ['coordinator'], departments: [] };
const readerOfAll: Principal = { ...reader, departments: ['*'] };

/** Today's figures by queue, those of the report `telephony`; undefined where reports cannot be had now. */
export const figuresOfToday = onceIn(
  10_000,
  async (sites: Sites, ledgerline: Ledgerline): Promise<ReadonlyMap<string, QueueToday> | undefined> => {
    const { clock, configuration } = ledgerline;
    const from = Temporal.PlainDate.from(daysOfNow(ledgerline)[0]).toZonedDateTime(configuration.timeZone).epochMilliseconds;
    const question: ReportQuestion = {
      name: 'telephony',
      filter: { from, group: ['queue'], where: {} },
      ...(sites === 'all' ? { principal: readerOfAll } : { principal: reader, sites }),
      now: clock.now(),
    };
    const answer = await askDesk<ReportAnswer & { readonly kind: 'report' }>(ledgerline, 'report', question);
    if (answer.kind === 'problem') return undefined;
    return new Map(answer.items.map(({ group, figures }) => [String(group['queue']), today(figures)]));
  },
);

function today(figures: Readonly<Record<string, number | null>>): QueueToday {
  const count = (name: string) => figures[name] ?? 0;
  const figure = (name: string) => figures[name] ?? null;
  return {
    offered: count('offered'),
    answered: count('answered'),
    abandoned: count('abandoned'),
    serviceLevel: figure('serviceLevel'),
    abandonedShare: figure('abandonedShare'),
    speedOfAnswerSeconds: figure('speedOfAnswerSeconds'),
  };
}
