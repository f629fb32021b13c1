import { instantText, type FactAnswer } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { ask, prepared, withWallTimes, type Parts, type TicketsQuestion } from './answer-report.js';
import { withWords } from './report-sql.js';
import type { Report } from './report.js';

/** A call behind a number: a passage of it. */
export interface ContactBehind {
  /** Of the contact, where the call was recorded as one. */
  readonly id: string;
  readonly at: string;
  readonly queue: string | null;
  readonly agent: string | null;
  readonly outcome: string;
  readonly waitSeconds: number | null;
  readonly handlingSeconds: number | null;
}

/** The calls behind a number of a report about those who take them, by the same condition that counted it; the latest first. */
export async function answerContacts(
  question: TicketsQuestion,
  parts: Parts,
): Promise<{ readonly items: readonly ContactBehind[]; readonly next: string | null }> {
  const { filter, cell, limit, before = 0 } = question;
  const { report, where, values } = prepared(question, parts);
  const sql = contactsSql(report, withWords(report.cells[cell] as string, parts.words), where);
  const asked = await withWallTimes(sql, { report, filter, values, parts });
  const rows = await ask(asked, { ...values, skip: before, limit: limit + 1 }, parts);
  const items = rows.slice(0, limit).map((row) => contactBehind(row, parts.words));
  return { items, next: rows.length > limit ? String(before + limit) : null };
}

function contactsSql({ from }: Report, condition: string, where: string): string {
  return `SELECT c.contact, c.happened, c.queue, c.agent, c.outcome, c.wait, c.talk + c.hold + coalesce(c.wrap_up, 0) AS handling
    FROM calls c WHERE ${belongsTo(from)} IN (SELECT DISTINCT ${belongsTo(from).replaceAll('c.', 'f.')} FROM ${from} WHERE ${where} AND (${condition}))
    ORDER BY c.happened DESC, c.source LIMIT $limit OFFSET $skip`;
}

/** A fact of a call is one of its passages; time spent on a call belongs to the passages of whoever spent it. */
function belongsTo(from: string): string {
  return from === 'calls f' ? '(c.source, c.happened)' : '(c.source, coalesce(c.agent, -1))';
}

function contactBehind({ contact, happened, queue, agent, outcome, wait, handling }: FactAnswer, words: WordList): ContactBehind {
  const word = (number: unknown) => (typeof number === 'number' ? words.wordOf(number) : null);
  const inSeconds = (milliseconds: unknown) => (typeof milliseconds === 'number' ? milliseconds / 1_000 : null);
  return {
    id: contact as string,
    at: instantText(happened as number),
    queue: word(queue),
    agent: word(agent),
    outcome: words.wordOf(outcome as number),
    waitSeconds: inSeconds(wait),
    handlingSeconds: inSeconds(handling),
  };
}
