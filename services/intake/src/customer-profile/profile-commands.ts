import type {
  AddEntry, CorrectEntry, DescribeProfile, SayConsent, SetDoNotCall, WithdrawEntry,
} from '@ledgerline/contracts'; // prettier-ignore
import { customerFold, emptyProfile, mayCommand, profileFold, type MaybeProfile, type ProfileEvent } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { isErased, rejected, streamName } from '@ledgerline/kernel';
import { existingCustomer } from '../existing-customer.js';
import { identitiesOf } from '../recognise-caller/caller-identities.js';
import { addEntry, correctEntry, describeProfile, giveConsent, liftDoNotCall, setDoNotCall, withdrawConsent, withdrawEntry, type DecideOnProfile } from './profile.decisions.js'; // prettier-ignore

/** R10: what is kept of a customer, in a stream beside the customer's own. */
export const profileCommands: Readonly<Record<string, AnswerCommand>> = {
  'describe-profile': onProfile<DescribeProfile>('describe-profile', () => describeProfile),
  'add-entry': onProfile<AddEntry>('add-entry', ({ body }, ledgerline) => addEntry(matchOf(body.kind, body.text, ledgerline))),
  'correct-entry': onProfile<CorrectEntry>('correct-entry', ({ body }, ledgerline) =>
    correctEntry((kind) => matchOf(kind, body.text, ledgerline)),
  ),
  'withdraw-entry': onProfile<WithdrawEntry>('withdraw-entry', () => withdrawEntry),
  'give-consent': onProfile<SayConsent>('give-consent', () => giveConsent),
  'withdraw-consent': onProfile<SayConsent>('withdraw-consent', () => withdrawConsent),
  'set-do-not-call': onProfile<SetDoNotCall>('set-do-not-call', () => setDoNotCall),
  'lift-do-not-call': onProfile<SetDoNotCall>('lift-do-not-call', () => liftDoNotCall),
};

/** What a customer says on an outbound call, the system passes on (R9). */
const heardElsewhere = ['set-do-not-call'];

/** `request.id` is the customer's. One who was merged still has a profile of their own: what is written there is theirs when it is undone (ADR 0038). */
function onProfile<Body>(
  command: string,
  made: (request: CommandRequest<Body>, ledgerline: Ledgerline) => DecideOnProfile<Body>,
): AnswerCommand {
  return streamCommand<Body, MaybeProfile, ProfileEvent>({
    category: 'profile',
    fold: profileFold,
    may: (roles) => mayCommand(roles, command) || (heardElsewhere.includes(command) && roles.includes('system')),
    decide: {
      prepare: async (request, ledgerline) => {
        const { state } = await ledgerline.commands.current(streamName('customer', request.id), customerFold);
        const customer = existingCustomer(state);
        if ('rejection' in customer) return () => customer;
        if (isErased(customer.identities)) return () => rejected('customer-erased');
        const decide = made(request, ledgerline);
        return (body, profile, circumstances) => decide(body, profile ?? emptyProfile(customer.person), circumstances);
      },
    },
  });
}

/** As callers are recognised: a number however it is written, an address whatever its capitals. */
function matchOf(kind: string, text: string, { configuration }: Ledgerline): string | undefined {
  if (kind !== 'phone' && kind !== 'email') return undefined;
  const value = identitiesOf({ [kind]: text }, configuration.country)[0]?.value;
  return kind === 'email' && !/^\S+@\S+\.\S+$/.test(value ?? '') ? undefined : value;
}
