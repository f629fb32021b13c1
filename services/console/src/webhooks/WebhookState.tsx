import { Tag } from 'antd';
import dayjs from 'dayjs';
import { deliveryWords, webhookWords } from '../words/webhook-words.ts';
import { useWords } from '../words/use-words.ts';
import type { WebhookView } from './webhook-view.ts';

const colors = { active: 'green', paused: 'gold', disabled: 'red' } as const;
const minute = (at: string) => dayjs(at).format('YYYY-MM-DD HH:mm');

/** Whether events are sent, and why not. */
export function WebhookState({ webhook: { state, why, failingSince, bothUntil } }: { readonly webhook: WebhookView }) {
  const { of, say } = useWords();
  const isRotating = bothUntil !== undefined && Date.parse(bothUntil) > Date.now();
  return (
    <div className="stack" style={{ gap: 2 }}>
      <span>
        <Tag color={colors[state]}>{say(webhookWords, state)}</Tag>
      </span>
      {why !== undefined && <span>{of(deliveryWords, why)}</span>}
      {failingSince !== undefined && (
        <span className="late">{say(webhookWords, 'failingSince', { t: minute(failingSince) })}</span>
      )}
      {isRotating && <span className="quiet">{say(webhookWords, 'bothUntil', { t: minute(bothUntil) })}</span>}
    </div>
  );
}
