import type { CommandReply, CommandRequest, Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { runDueWork } from '../due-work/run-due-work.js';
import { Addressees } from '../ticker/addressees.js';
import type { Audience } from '../ticker/audience.js';

const principal = { kind: 'system', id: 'proposals', roles: ['system'], departments: [] } as const;
/** Proposals that are seen to in one look; the next look sees to the next ones. */
const mostAtOnce = 200;

/** Of a proposal whose date has passed (`due-proposals` of the department service). */
interface DueProposal {
  readonly id: string;
  readonly department: string;
  readonly owner?: string;
  readonly dueBy: string;
  readonly repeat: number;
}

/** R11: who said that it would be done by a date is told when that has passed, and again each week. */
export function remindOfProposals(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const reminding = new Reminding(ledgerline);
  return runDueWork(ledgerline, signal, {
    name: 'proposals',
    place: 'proposals@1',
    doWhatIsDue: (over) => reminding.remind(over),
    hasWaitedSince: async (before) => (await reminding.due(before, 1)).length > 0,
  });
}

class Reminding {
  private readonly addressees: Addressees;

  constructor(private readonly ledgerline: Ledgerline) {
    this.addressees = new Addressees(ledgerline);
  }

  async remind(signal: AbortSignal): Promise<undefined> {
    for (const proposal of await this.due(this.ledgerline.clock.now(), mostAtOnce)) {
      if (signal.aborted) return;
      await this.tell(proposal);
    }
  }

  async due(before: number, limit: number): Promise<readonly DueProposal[]> {
    const message = { body: { before: instantText(before), limit }, principal };
    type Answer = { readonly kind: string; readonly items?: readonly DueProposal[]; readonly code?: string };
    const answer = await this.ledgerline.ask<Answer>('department', 'due-proposals', message);
    if (answer.items === undefined) throw new Error(`which proposals are overdue? ${answer.code}`);
    return answer.items;
  }

  /** The command's id is the step's, and it is decided again on the proposal as it stands: whoever else does it too changes nothing. */
  private async tell(proposal: DueProposal): Promise<void> {
    const { id, dueBy, repeat } = proposal;
    const told = await this.addressees.of(audienceOf(proposal));
    const request: CommandRequest = { id, command: `overdue~${dueBy}~${repeat}`, body: { dueBy, repeat, told }, principal };
    const reply = await this.ledgerline.ask<CommandReply>('department', 'remind-of-proposal', request);
    if (reply.kind === 'problem') this.ledgerline.log.debug({ proposal: id, code: reply.code }, 'not reminded');
  }
}

/** Its owner, else the department's managers; from the second time on they too, and the coordinators. */
function audienceOf({ department, owner, repeat }: DueProposal): readonly Audience[] {
  const managers: Audience = { role: 'manager', department };
  const worker = owner === undefined ? managers : { account: owner };
  return repeat === 0 ? [worker] : [worker, managers, { role: 'coordinator' }];
}
