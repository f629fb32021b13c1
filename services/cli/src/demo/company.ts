import type { Calendar, DigestSchedule, RoutingTable } from '@ledgerline/domain';
import { readFileSync } from 'node:fs';

export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}

export interface DemoDepartment {
  readonly code: string;
  readonly name: string;
  readonly external?: boolean;
}

/** The example company: who works where, when, and who gets what. */
export interface DemoCompany {
  readonly departments: readonly DemoDepartment[];
  readonly people: readonly DemoPerson[];
  readonly calendar: Calendar;
  readonly routingTable: RoutingTable;
  readonly digestSchedules: readonly DigestSchedule[];
}

/** What callers ask for, and what comes of it, in one language. */
export interface Matter {
  readonly language: Language;
  readonly item: string;
  readonly kind: string;
  readonly level: string;
  /** Who it goes to where the routing table leaves it to a person. */
  readonly lead: string;
  readonly subject: string;
  readonly description: string;
  readonly progress: string;
  readonly result: string;
  readonly reply: string;
  /** Department that the caller complains of. */
  readonly about?: string;
  readonly confidential?: boolean;
  /** Why the result is for the caller alone. */
  readonly confidentialReason?: string;
}

export type Language = 'zh' | 'en';
export type Phrases = Readonly<Record<Phrase, string>> & {
  readonly callers: readonly string[];
  readonly addresses: readonly string[];
};
export type Phrase =
  | 'answer' | 'outOfScope' | 'refusal' | 'withdrawal' | 'routingNote' | 'notice' | 'return' | 'returnRefused' | 'designation'
  | 'release' | 'urge' | 'callerAsks' | 'sentBack' | 'rejected' | 'report' | 'rework' | 'reopen' | 'reclassification' | 'thanks'; // prettier-ignore

export const company = content<DemoCompany>('company');
export const phrases = content<Readonly<Record<Language, Phrases>>>('phrases');
export const matters: readonly Matter[] = (['zh', 'en'] as const).flatMap((language) =>
  content<readonly Omit<Matter, 'language'>[]>(`matters-${language}`).map((matter) => ({ ...matter, language })),
);

function content<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`./content/${name}.json`, import.meta.url), 'utf8')) as Content;
}
