import { problem, type PlayRecording, type Problem } from '@ledgerline/contracts';
import { withImplied, type AccessEvent, type RecordedContact } from '@ledgerline/domain';
import type { CommandReply, CommandRequest, Ledgerline } from '@ledgerline/host';
import { lookOnRecord } from '../look-on-record.js';

const mayPlay = ['team-leader', 'coordinator', 'inspector', 'leader', 'auditor'];

interface ContactShown {
  readonly kind: 'contact';
  readonly contact: RecordedContact;
}

/** R7.2: a recording is played with a reason, and the look is on record before the link is given. */
export async function playRecording(request: CommandRequest<PlayRecording>, ledgerline: Ledgerline): Promise<CommandReply> {
  const held = withImplied(request.principal.roles);
  if (!mayPlay.some((role) => held.has(role))) return problem('not-allowed');
  // As it is shown: of a call about what the asker may not see there is no recording.
  const body = { id: request.id };
  const found = await ledgerline.ask<ContactShown | Problem>('reporting', 'contact', { body, principal: request.principal });
  if (found.kind === 'problem') return found;
  const { person, recording } = found.contact;
  if (typeof recording !== 'string') return problem('no-recording');
  const event: AccessEvent = { type: 'RecordingPlayed', data: { contact: request.id, person, reason: request.body.reason } };
  return lookOnRecord(request, { of: `recording-${request.id}`, event, shows: { recording } }, ledgerline);
}
