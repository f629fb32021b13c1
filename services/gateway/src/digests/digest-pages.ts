import type { ShownDigest } from '@ledgerline/contracts';
import { isErased } from '@ledgerline/kernel';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Identity } from '../identity.js';
import { QueryCalls } from '../query-call.js';
import { digestPage, type DigestPage, type PageProposal, type PageTicket } from './digest-page.js';
import { codeInWords, pageWords, type FileLanguage } from './page-words.js';

interface Line {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly subject?: unknown;
}
interface NamedProposal {
  readonly id: string;
  readonly title?: unknown;
  readonly department: string;
  readonly status: string;
}
interface ItemTree {
  readonly inForce: { readonly items?: readonly { readonly code: string; readonly zh: string; readonly en: string }[] } | null;
}

/** Puts a digest into words for whoever takes it out: names of today, and of the tickets what they may see today. */
@Injectable()
export class DigestPages {
  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(QueryCalls) private readonly queries: QueryCalls,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  async of(request: FastifyRequest, digest: ShownDigest, language: FileLanguage): Promise<DigestPage> {
    const [tickets, proposals, items, departments, reader] = await Promise.all([
      this.tickets(request, digest, language),
      this.proposals(request, digest),
      this.items(request, language),
      this.departments(request),
      this.reader(request),
    ]);
    const named: Readonly<Record<string, ReadonlyMap<string, string>>> = { item: items, department: departments };
    const now = Temporal.Instant.fromEpochMilliseconds(this.ledgerline.clock.now()).toString();
    const nameOf = (column: string, code: string) => named[column]?.get(code) ?? codeInWords(column, code, language);
    const inWords = ({ title, department, status }: NamedProposal): PageProposal => ({
      title: subjectInWords(title, language),
      department: nameOf('department', department),
      status: codeInWords('proposal', status, language),
    });
    return digestPage(digest, language, {
      of: nameOf,
      tickets,
      proposals: new Map(proposals.map((one) => [one.id, inWords(one)])),
      reader,
      time: (instant) => wallTime(instant, digest.timeZone),
      now,
    });
  }

  private async tickets(request: FastifyRequest, { sections }: ShownDigest, language: FileLanguage) {
    const ids = [...new Set(sections.flatMap(({ listed }) => listed?.tickets ?? []))];
    const { publicUrl = '' } = this.ledgerline.configuration;
    type Lines = { readonly kind: 'lines'; readonly items: readonly Line[] };
    const { items } = await this.queries.ask<Lines>(request, 'reporting', 'ticket-lines', { ids });
    const ticketOf = ({ id, number, status, subject }: Line): PageTicket => ({
      number,
      subject: subjectInWords(subject, language),
      status: codeInWords('status', status, language),
      address: publicUrl === '' ? '' : `${publicUrl}/tickets/${id}`,
    });
    return new Map(items.map((line) => [line.id, ticketOf(line)]));
  }

  private async proposals(request: FastifyRequest, { sections }: ShownDigest): Promise<readonly NamedProposal[]> {
    const id = sections.flatMap(({ proposals }) => proposals?.ids ?? []);
    if (id.length === 0) return [];
    type Page = { readonly kind: 'page'; readonly items: readonly NamedProposal[] };
    return (await this.queries.ask<Page>(request, 'department', 'proposals', { id })).items;
  }

  private async items(request: FastifyRequest, language: FileLanguage): Promise<ReadonlyMap<string, string>> {
    const trees = await this.queries.ask<readonly ItemTree[] & { kind?: string }>(request, 'administration', 'documents', {
      type: 'item-tree',
    });
    return new Map(trees.flatMap(({ inForce }) => inForce?.items ?? []).map((item) => [item.code, item[language]]));
  }

  private async departments(request: FastifyRequest): Promise<ReadonlyMap<string, string>> {
    type Listed = readonly { readonly code: string; readonly name: string }[] & { kind?: string };
    const all = await this.queries.ask<Listed>(request, 'administration', 'departments', {});
    return new Map(all.map(({ code, name }) => [code, name]));
  }

  /** Name and user name; of an API token its id. */
  private async reader(request: FastifyRequest): Promise<string> {
    const { id } = await this.identity.of(request);
    type Person = { readonly kind: 'person'; readonly name: unknown; readonly username: unknown };
    const { name, username } = await this.queries.ask<Person>(request, 'administration', 'person', { id });
    return typeof name === 'string' && typeof username === 'string' ? `${name}（${username}）` : id;
  }
}

function subjectInWords(subject: unknown, language: FileLanguage): string {
  if (typeof subject === 'string') return subject;
  return isErased(subject) ? pageWords[language].erased : pageWords[language].withheld;
}

/** `2026-03-09 08:30` */
function wallTime(instant: string, timeZone: string): string {
  const { year, month, day, hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
