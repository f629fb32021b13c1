import type { CallEvent } from '@ledgerline/domain';
import { categoryOf, idOf, RecentMap, type StoredCommit } from '@ledgerline/kernel';

/** Calls of which it is remembered who spoke on them last: as many as there are agents, and more. */
const mostCalls = 10_000;

/** Whose live calls changed. Nothing of telephony is sealed, so that it is read in the commit itself. */
export class CallsOfAccounts {
  /** Who has handed a call over, or lost it, is not named by what is told of it then. */
  private readonly spoke = new RecentMap<string, string>(mostCalls);

  /** @returns accounts; none of what is no call */
  concernedBy(commit: Pick<StoredCommit, 'stream' | 'text'>): readonly string[] {
    if (!isOfCall(commit)) return [];
    const call = idOf(commit.stream);
    const { events } = JSON.parse(commit.text) as { readonly events: readonly CallEvent[] };
    return events.flatMap(({ data }) => {
      if (!('now' in data)) return [data.by, data.to];
      const before = this.spoke.get(call);
      const { agent } = data.now;
      if (agent !== undefined) this.spoke.set(call, agent);
      return [before, agent].filter((one) => one !== undefined);
    });
  }
}

export function isOfCall({ stream }: Pick<StoredCommit, 'stream'>): boolean {
  return categoryOf(stream) === 'call';
}
