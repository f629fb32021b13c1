import { ticketCalls, type Principal, type Problem } from '@ledgerline/contracts';
import { LEDGERLINE, type Ledgerline } from '@ledgerline/host';
import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandCalls } from '../command-call.js';
import { ProblemError } from '../problem.js';
import { SignInLimit } from '../sign-in-limit.js';
import { html, type Html } from './html.js';
import type { Entered } from './form-with-files.js';
import { newMatterForm, type Faults, type NamedItem } from './new-matter.js';
import { followForm, ownMatterPage, type OwnMatter } from './own-matter.js';
import { portalLayout, portalPolicy, portalStyle } from './portal-layout.js';
import { publishedItems } from './published-items.js';
import { PortalProof } from './portal-proof.js';
import { portalScript } from './portal-script.js';
import { SubmitMatter, textsIn, visitor } from './submit-matter.js';
import { sayIn, type PortalLanguage, type PortalWord } from './portal-words.js';

const cookie = 'ledgerline-portal';
const day = 86_400;

/** The public pages: a matter submitted, followed, answered, judged; results that anybody may read. Forms and pages, no application. */
@Controller('public')
export class PortalController {
  private readonly looks = new SignInLimit();

  constructor(
    @Inject(LEDGERLINE) private readonly ledgerline: Ledgerline,
    @Inject(CommandCalls) private readonly commands: CommandCalls,
    @Inject(PortalProof) private readonly proof: PortalProof,
    @Inject(SubmitMatter) private readonly matters: SubmitMatter,
  ) {}

  @Get('portal.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', `public, max-age=${day}`)
  style() {
    return portalStyle;
  }

  @Get('portal.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', `public, max-age=${day}`)
  script() {
    return portalScript;
  }

  @Get()
  home(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Entered) {
    const language = languageOf(request, query);
    const say = sayIn(language);
    const body = html`<section>
      <p>${say('homeLead')}</p>
      <ul>
        ${(['submit', 'follow', 'results', 'information'] as const).map((word, place) => html`<li><a href="/public/${['new', 'ticket', 'results', 'news'][place]}?lang=${language}">${say(word)}</a></li>`)}
      </ul>
    </section>`;
    return this.page(reply, { language, path: '/public', word: 'title', body });
  }

  @Get('new')
  async newMatter(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Entered) {
    return this.form(reply, languageOf(request, query), {}, new Map());
  }

  @Post('new')
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() raw: unknown) {
    const submitted = await this.matters.submit(request, raw);
    const language = languageOf(request, submitted.entered);
    if (submitted.kind === 'registered') return this.registered(reply, language, submitted);
    const { status, entered, faults, message } = submitted;
    void reply.status(status);
    if (status === 429) void reply.header('retry-after', '600');
    return this.form(reply, language, entered, faults, message);
  }

  @Get('ticket')
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Entered) {
    const language = languageOf(request, query);
    return this.own(request, reply, language);
  }

  @Post('ticket')
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() raw: unknown) {
    const entered = textsIn(raw);
    const language = languageOf(request, entered);
    const body = { number: (entered['number'] ?? '').slice(0, 40), secret: (entered['secret'] ?? '').slice(0, 64) };
    const refuse = (status: number, word: PortalWord) => {
      void reply.status(status);
      return this.page(reply, { language, path: '/public/ticket', word: 'follow', body: followForm(language, entered, word) });
    };
    try {
      this.looks.check(request.ip, body.number);
    } catch {
      return refuse(429, 'tooMany');
    }
    const answer = await this.ledgerline.ask<{ kind: string; token: string }>('reporting', 'open-portal-session', { body });
    if (answer.kind === 'problem') {
      this.looks.failed(request.ip, body.number);
      return refuse(403, 'wrongSecret');
    }
    void reply.header('set-cookie', this.cookie(answer.token, 1_800));
    return reply.redirect(`/public/ticket?lang=${language}`, 303);
  }

  @Post('ticket/:command')
  async say(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('command') command: string, @Body() raw: unknown) {
    const { proof, lang, ...entered } = textsIn(raw);
    const language = languageOf(request, { lang });
    const token = tokenIn(request);
    if (token === undefined || proof !== this.proofFor(token)) return reply.redirect(`/public/ticket?lang=${language}`, 303);
    if (command === 'leave') {
      void reply.header('set-cookie', this.cookie('', 0));
      return reply.redirect(`/public/ticket?lang=${language}`, 303);
    }
    const principal = await this.callerWith(token);
    const call = ['add-message', 'receive-information', 'record-survey', 'withdraw'].includes(command)
      ? ticketCalls[command]
      : undefined;
    if (!principal || !call) return reply.redirect(`/public/ticket?lang=${language}`, 303);
    try {
      const body = this.commands.parse(call.body, bodyOf(command, entered));
      await this.commands.sendAs(principal, request, { service: call.service, call: command, body, id: principal.id });
    } catch (error) {
      const code = error instanceof ProblemError ? error.problem.code : 'service-unavailable';
      void reply.status(error instanceof ProblemError ? error.status : 503);
      return this.own(request, reply, language, sayIn(language)('refused', { code: code.replaceAll('-', ' ') }));
    }
    return reply.redirect(`/public/ticket?lang=${language}`, 303);
  }

  @Get('results')
  async results(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Entered) {
    const language = languageOf(request, query);
    const cursor = /^[\x21-\x7e]{1,200}$/.test(query['cursor'] ?? '') ? { cursor: query['cursor'] } : {};
    const { items, next } = await this.ledgerline.ask<Results>('reporting', 'publications', { body: { limit: 20, ...cursor } });
    const { timeZone } = this.ledgerline.configuration;
    const body = publishedItems(items, { language, timeZone, nothing: 'noResults', older: next === null ? null : `/public/results?cursor=${encodeURIComponent(next)}` }); // prettier-ignore
    return this.page(reply, { language, path: '/public/results', word: 'results', body });
  }

  /** R11: what is released for everybody; callers need not ask for it. */
  @Get('news')
  async news(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query() query: Entered) {
    const language = languageOf(request, query);
    const cursor = /^[A-Za-z0-9_-]{1,1000}$/.test(query['cursor'] ?? '') ? { cursor: query['cursor'] } : {};
    const body = { market: true, limit: 20, ...cursor };
    type Answer = (Results & { readonly kind: 'page' }) | Problem;
    const answer = await this.ledgerline.ask<Answer>('administration', 'public-information', { body });
    // An address that leads nowhere any more leads to the newest.
    if (answer.kind === 'problem') return reply.redirect(`/public/news?lang=${language}`, 303);
    const { items, next } = answer;
    const older = next === null ? null : `/public/news?cursor=${encodeURIComponent(next)}`;
    const { timeZone } = this.ledgerline.configuration;
    const shown = publishedItems(items, { language, timeZone, nothing: 'noInformation', older });
    return this.page(reply, { language, path: '/public/news', word: 'information', body: shown });
  }

  private async own(request: FastifyRequest, reply: FastifyReply, language: PortalLanguage, message?: string) {
    const token = tokenIn(request);
    const principal = token === undefined ? null : await this.callerWith(token);
    if (token === undefined || principal === null)
      return this.page(reply, { language, path: '/public/ticket', word: 'follow', body: followForm(language, {}) });
    const query = { body: { idOrNumber: principal.id }, principal };
    const answer = await this.ledgerline.ask<{ kind: string; ticket: OwnMatter }>('reporting', 'ticket', query);
    if (answer.kind === 'problem')
      return this.page(reply, {
        language,
        path: '/public/ticket',
        word: 'follow',
        body: followForm(language, {}, 'wrongSecret'),
      });
    const { timeZone } = this.ledgerline.configuration;
    const around = { language, timeZone, proof: this.proofFor(token), ...(message === undefined ? {} : { message }) };
    const { subject } = answer.ticket;
    const heading = typeof subject === 'string' ? subject : sayIn(language)('erased');
    return this.page(reply, { language, path: '/public/ticket', heading, body: ownMatterPage(answer.ticket, around) });
  }

  private async form(reply: FastifyReply, language: PortalLanguage, entered: Entered, faults: Faults, message?: PortalWord) {
    const items = await this.items();
    const challenge = this.proof.challenge();
    const body = newMatterForm({
      language,
      entered,
      faults,
      items,
      challenge,
      files: this.matters.limits,
      ...(message === undefined ? {} : { message }),
    });
    return this.page(reply, { language, path: '/public/new', word: 'submit', body });
  }

  private registered(reply: FastifyReply, language: PortalLanguage, { number, secret }: { number: string; secret: string }) {
    const say = sayIn(language);
    const body = html`<section role="status">
      <p>${say('doneLead')}</p>
      <dl>
        <dt>${say('number')}</dt>
        <dd class="code">${number}</dd>
        <dt>${say('secret')}</dt>
        <dd class="code">${secret}</dd>
      </dl>
      <p><a href="/public/ticket?lang=${language}">${say('follow')}</a></p>
    </section>`;
    return this.page(reply, { language, path: '/public/new', word: 'done', body });
  }

  private async items(): Promise<readonly NamedItem[]> {
    const query = { body: { type: 'item-tree' }, principal: visitor };
    const documents = await this.ledgerline.ask<readonly { inForce: { items?: readonly NamedItem[] } | null }[]>(
      'administration',
      'documents',
      query,
    );
    return documents.flatMap(({ inForce }) => inForce?.items ?? []);
  }

  private callerWith(token: string): Promise<Principal | null> {
    return this.ledgerline.ask<Principal | null>('administration', 'authenticate', { token });
  }

  private proofFor(token: string): string {
    return this.ledgerline.digest('ids', `portal form ${token}`);
  }

  private cookie(token: string, seconds: number): string {
    const secure = this.ledgerline.configuration.publicUrl?.startsWith('https://') ? '; Secure' : '';
    return `${cookie}=${token}; Path=/public; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
  }

  private page(
    reply: FastifyReply,
    page: { language: PortalLanguage; path: string; body: Html; word?: PortalWord; heading?: string },
  ) {
    const { language, path, body, word = 'title', heading = sayIn(language)(word) } = page;
    void reply.header('content-security-policy', portalPolicy).header('cache-control', 'no-store');
    return reply.type('text/html; charset=utf-8').send(portalLayout({ language, path, heading, body }));
  }
}

interface Results {
  readonly items: readonly { readonly title: unknown; readonly text: unknown; readonly publishedAt: string }[];
  readonly next: string | null;
}

function languageOf(request: FastifyRequest, { lang }: Entered): PortalLanguage {
  if (lang === 'zh' || lang === 'en') return lang;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

function tokenIn(request: FastifyRequest): string | undefined {
  return new RegExp(`(?:^|;\\s*)${cookie}=(llp_[A-Za-z0-9_.-]{1,200})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
}

function bodyOf(command: string, entered: Entered): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(entered).filter(([, value]) => value?.trim()));
  if (command === 'add-message') return { from: 'caller', channel: 'web', text: given['text'] };
  if (command !== 'record-survey') return given;
  const marks = ['outcome', 'service', 'timeliness'].map((name) => [name, Number(given[name])] as const);
  return { ...Object.fromEntries(marks), ...(given['comment'] === undefined ? {} : { comment: given['comment'] }) };
}
