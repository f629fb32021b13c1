import type { DigestSchedule } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';

export interface ScheduleInForce {
  readonly body: DigestSchedule;
  /** Milliseconds since the epoch: from when on some version of it was approved and in force. */
  readonly inForceSince: number;
}

interface Listed {
  readonly inForce: DigestSchedule | null;
  readonly versions: readonly { readonly approvedAt?: string; readonly effectiveFrom?: string }[];
}

/** What is to be sent is for approved schedules to say. */
export async function schedulesInForce({ ask }: Pick<Ledgerline, 'ask'>): Promise<readonly ScheduleInForce[]> {
  const all = await ask<readonly Listed[]>('administration', 'documents', { body: { type: 'digest-schedule' } });
  return all.flatMap(({ inForce: body, versions }) => {
    const since = versions.flatMap(({ approvedAt, effectiveFrom = approvedAt }) =>
      approvedAt === undefined || effectiveFrom === undefined ? [] : [Math.max(instant(approvedAt), instant(effectiveFrom))],
    );
    return body === null ? [] : [{ body, inForceSince: Math.min(...since) }];
  });
}

function instant(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}
