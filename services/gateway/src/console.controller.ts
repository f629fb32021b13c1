import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sendCompressed } from './compressed-answer.js';
import { ConsoleFiles } from './console-files.js';
import { consoleMissingPage } from './pages.js';
import { ProblemError } from './problem.js';
import { ProblemFilter } from './problem.filter.js';

/** Every place in the console that has an address: the page finds out itself what to show there. */
const places = [
  '', 'sign-in', 'work', 'work/:list', 'tickets/:id', 'tickets/:id/:view', 'register', 'review', 'supervision', 'executive',
  'rules', 'rules/:type', 'rules/:type/:code', 'knowledge', 'knowledge/:code', 'contacts', 'customers', 'customers/:id', 'surges', 'notices',
  'publications', 'administration', 'administration/:part', 'dashboards', 'dashboards/:part', 'dashboards/:report/tickets', 'dashboards/:report/contacts', 'wallboard', 'digests', 'digests/:id', 'account',
  'audit', 'audit/:part', 'late-entries', 'undertaking', 'proposals', 'proposals/:id', 'problems', 'problems/:id',
  'quality', 'quality/:id', 'quality-samples', 'quality-figures', 'calibrations', 'calibrations/:id',
  'probations', 'probations/:id', 'equipment', 'equipment/:id', 'announcements', 'announcements/:id',
  'customer-segments', 'customer-segments/:id',
  'campaigns', 'campaigns/:id', 'campaigns/:id/calls/:call', 'leads', 'leads/:id', 'at-risk-customers', 'at-risk-customers/:id',
  'rosters', 'rosters/:id',
]; // prettier-ignore

/** The console: one page, and files whose names change with their content. */
@Controller()
@UseFilters(ProblemFilter)
export class ConsoleController {
  private readonly files = new ConsoleFiles(fileURLToPath(new URL('../../console/dist', import.meta.url)));

  @Get(places)
  page(@Res() reply: FastifyReply) {
    const nonce = randomBytes(16).toString('base64url');
    const page = this.files.page(nonce) ?? consoleMissingPage;
    void reply.header('content-security-policy', policyWith(nonce)).header('cache-control', 'no-cache');
    return reply.type('text/html; charset=utf-8').send(page);
  }

  @Get('assets/:file')
  asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('file') name: string) {
    const file = this.files.asset(name);
    if (!file) throw new ProblemError({ code: 'not-found' });
    void reply.header('cache-control', 'public, max-age=31536000, immutable');
    return sendCompressed(request, reply, file);
  }
}

/** No script but our own files; styles of our own, and those that carry this answer's nonce. */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
