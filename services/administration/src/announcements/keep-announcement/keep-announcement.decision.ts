import { announcementStepDue } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { whyTooMany, type OnAnnouncement } from '../publish-announcement/publish-announcement.decision.js';

/** A step that was found due. */
export interface KeepAnnouncement {
  readonly step: 'deliver' | 'remind';
  readonly edition: number;
  readonly repeat?: number;
}

/** Decided again on the announcement as it stands. @param accounts whom it is delivered to, or those who have not confirmed */
export function keepAnnouncement(accounts: readonly string[]): OnAnnouncement<KeepAnnouncement> {
  return ({ step, edition, repeat }, announcement, { at }) => {
    if (announcement === undefined) return rejected('announcement-not-found');
    const due = announcementStepDue(announcement, at);
    if (due?.step !== step || due.edition !== edition) return rejected('step-no-longer-due');
    const refusal = whyTooMany(accounts);
    if (refusal !== undefined) return refusal;
    if (due.step === 'deliver') return [{ type: 'AnnouncementDelivered', data: { edition, addressed: accounts } }];
    if (due.repeat !== repeat) return rejected('step-no-longer-due');
    return [{ type: 'AnnouncementReminded', data: { edition, repeat: due.repeat, told: accounts } }];
  };
}
