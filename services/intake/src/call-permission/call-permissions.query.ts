import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  familyOf,
  isFamilyRestricted,
  profileFold,
  whyNotCalled,
  type CallerIdentity,
  type ConsentPurpose,
  type CustomerFamily,
  type Profile,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, isErased, streamName } from '@ledgerline/kernel';

/** Whether somebody may be called, and by which number: as the customer base has it at this moment. */
export interface CallPermission {
  /** Id that was asked for: of a customer, of one who is merged with them, or of an identity that belongs to one. */
  readonly asked: string;
  /** Whoever stands for all who are one and the same. */
  readonly customer: string;
  readonly person: string;
  readonly name?: string;
  readonly phone?: string;
  /** Why they are not called; undefined where they may be. */
  readonly bar?: CallBar;
}
export type CallBar = 'customer-erased' | 'customer-restricted' | 'do-not-call' | 'consent-withdrawn' | 'no-phone';

interface Asked {
  readonly customers: readonly string[];
  /** What they would be called for: whoever took their consent to that back is not. */
  readonly purpose?: ConsentPurpose;
}

/** R9: asked when a call list is made, and again when somebody is about to call. Who is not there is left out. For the system alone. */
export async function callPermissions(
  { body: { customers, purpose }, principal }: QueryRequest<Asked>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'call-permissions'; readonly items: readonly CallPermission[] } | Problem> {
  if (principal.kind !== 'system') return problem('not-allowed');
  const at = instantText(ledgerline.clock.now());
  const found = await Promise.all(
    customers.map(async (asked) => {
      const family = await familyOf(asked, ledgerline.commands);
      return family === undefined
        ? []
        : [permissionOf(asked, family, { at, purpose, profiles: await profilesOf(family, ledgerline) })];
    }),
  );
  return { kind: 'call-permissions', items: found.flat() };
}

/** What bars one of those who are the same person bars the person. */
function permissionOf(asked: string, family: CustomerFamily, known: Known): CallPermission {
  const { id, customer } = family.survivor;
  const identities = identitiesOf(family);
  const phone = identities?.find(({ kind }) => kind === 'phone')?.value;
  const bar = identities === undefined ? 'customer-erased' : barOf(family, phone, known);
  const name = typeof customer.name === 'string' ? { name: customer.name } : {};
  const number = phone === undefined ? {} : { phone };
  return { asked, customer: id, person: customer.person, ...name, ...number, ...(bar === undefined ? {} : { bar }) };
}

interface Known {
  readonly at: string;
  readonly purpose: ConsentPurpose | undefined;
  readonly profiles: readonly Profile[];
}

function barOf(family: CustomerFamily, phone: string | undefined, { at, purpose, profiles }: Known): CallBar | undefined {
  if (isFamilyRestricted(family, at)) return 'customer-restricted';
  return whyNotCalled(profiles, purpose) ?? (phone === undefined ? 'no-phone' : undefined);
}

async function profilesOf({ members }: CustomerFamily, { commands }: Pick<Ledgerline, 'commands'>): Promise<readonly Profile[]> {
  const found = await Promise.all(members.map(({ id }) => commands.current(streamName('profile', id), profileFold)));
  return found.flatMap(({ state }) => state ?? []);
}

/** undefined of an erased person. */
function identitiesOf({ survivor, members }: CustomerFamily): readonly CallerIdentity[] | undefined {
  if (isErased(survivor.customer.identities)) return undefined;
  return members.flatMap(({ customer: { identities } }) => (isErased(identities) ? [] : identities));
}
