/** `GET /webhooks`. */
export interface WebhookView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly scopes: readonly string[];
  readonly attempts: number;
  readonly firstPause: string;
  readonly giveUpAfter: string;
  readonly state: 'active' | 'paused' | 'disabled';
  readonly why?: string;
  readonly failingSince?: string;
  readonly bothUntil?: string;
  readonly deadLetters: number;
}

/** `GET /webhooks/{id}/dead-letters`. */
export interface DeadLetterView {
  readonly event: string;
  readonly type: string;
  readonly ticket: string;
  readonly at: string;
  readonly attempts: number;
  readonly why: string;
  /** Somebody has ordered that it is tried again. */
  readonly again: boolean;
}
