import type { CommandReply, CommandRequest, Principal } from '@ledgerline/contracts';
import type { AccessEvents } from '@ledgerline/domain';
import { randomId, type Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { create as dispositionOf } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { ProblemError } from './problem.js';

/** Who took it and when, as it stands on what leaves. */
export interface ExportMark {
  readonly exportedBy: string;
  readonly exportedAt: string;
}

/** @throws ProblemError what is not on record does not leave */
export async function exportOnRecord(
  body: AccessEvents['ExportTaken'],
  principal: Principal,
  ledgerline: Ledgerline,
): Promise<ExportMark> {
  const exportedAt = instantText(ledgerline.clock.now());
  const message: CommandRequest = { id: `exports-${exportedAt.slice(0, 10)}`, command: randomId(), body, principal };
  const reply = await ledgerline.ask<CommandReply>('administration', 'take-export', message);
  if (reply.kind === 'problem') throw new ProblemError(reply);
  return { exportedBy: String(reply.facts?.['exportedBy']), exportedAt };
}

/** As a file of whoever asked for it, which nobody on the way keeps. */
export function leavesAs(
  reply: FastifyReply,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', dispositionOf(name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store');
}
