import { ActionButton } from '../commands/ActionButton.tsx';
import { webhookWords } from '../words/webhook-words.ts';
import { useWords } from '../words/use-words.ts';
import type { WebhookView } from './webhook-view.ts';

interface WebhookActionsProps {
  readonly webhook: WebhookView;
  readonly onSecret: (reply: Readonly<Record<string, unknown>>) => void;
}

/** What is done to a webhook, each with its reason on record. */
export function WebhookActions({ webhook, onSecret }: WebhookActionsProps) {
  const { say } = useWords();
  const { id, state, name, url, types, roles, departments, scopes, attempts, firstPause, giveUpAfter } = webhook;
  const act = { id, refresh: ['webhooks'] } as const;
  const terms = { name, url, types, roles, departments, scopes, attempts, firstPause, giveUpAfter };
  return (
    <span className="row-end">
      <ActionButton operation="/webhooks/{id}/change" title={say(webhookWords, 'change')} initial={terms} {...act} />
      <ActionButton operation="/webhooks/{id}/rotate-secret" title={say(webhookWords, 'rotate')} onDone={onSecret} {...act} />
      {state === 'active' ? (
        <ActionButton operation="/webhooks/{id}/pause" title={say(webhookWords, 'pause')} {...act} />
      ) : (
        <ActionButton operation="/webhooks/{id}/resume" title={say(webhookWords, 'resume')} {...act} />
      )}
      <ActionButton operation="/webhooks/{id}/remove" title={say(webhookWords, 'remove')} {...act} />
    </span>
  );
}
