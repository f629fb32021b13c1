import { WithReason } from '../ticket/ticket-commands.js';

/** Body of `POST /mails/{id}/try-again`. */
export class TryMailAgain {}

/** `POST /mails/{id}/{step}` on one that was set aside; `intake` decides. */
export const mailSteps: Readonly<
  Record<string, { readonly call: string; readonly body: new () => object; readonly summary: string }>
> = {
  'try-again': { call: 'try-again-mail', body: TryMailAgain, summary: 'Look into it anew' },
  dismiss: { call: 'dismiss-mail', body: WithReason, summary: 'Nothing comes of it, and why' },
};
