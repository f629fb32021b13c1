import { familyOf, profileFold, type CustomerFamily, type Profile } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

export interface MemberProfile {
  /** Whose it is. */
  readonly customer: string;
  readonly version: number;
  /** undefined where nothing is kept of them. */
  readonly profile: Profile | undefined;
}

export interface FamilyProfiles {
  readonly family: CustomerFamily;
  readonly profiles: readonly MemberProfile[];
}

/** What is kept of everybody who is seen as one customer, as it stands in the log now. */
export async function familyProfiles(
  id: string,
  { commands }: Pick<Ledgerline, 'commands'>,
): Promise<FamilyProfiles | undefined> {
  const family = await familyOf(id, commands);
  if (family === undefined) return undefined;
  const profiles = await Promise.all(
    family.members.map(async (member): Promise<MemberProfile> => {
      const { state, version } = await commands.current(streamName('profile', member.id), profileFold);
      return { customer: member.id, version, profile: state };
    }),
  );
  return { family, profiles };
}

/** Those that are there. */
export function keptOf({ profiles }: FamilyProfiles): readonly Profile[] {
  return profiles.flatMap(({ profile }) => profile ?? []);
}
