import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { call, codeOf } from '../api/client.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import { useDraft } from '../drafts/use-draft.ts';
import type { SheetView } from '../rules/QualityDocuments.tsx';
import { useUser } from '../session/session.tsx';
import { fatalEffectWords, qualityWords } from '../words/quality-words.ts';
import { useWords } from '../words/use-words.ts';
import { bodyOfScore, blankScore, totalOf, type WrittenScore } from './written-score.ts';
import type { ScoreView } from './quality-views.ts';

interface ScoreFormProps {
  /** Where it is sent: `/inspections/{id}/score`. */
  readonly operation: string;
  readonly sheet: SheetView;
  /** What it begins with: the score that is appealed against. */
  readonly from?: ScoreView | undefined;
  readonly withReason?: boolean;
  /** Members of the body beside the score. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly refresh: readonly string[];
}

/** A score sheet to fill in. What is written is kept in this browser until it is sent. */
export function ScoreForm({ operation, sheet, from, withReason = false, beside = {}, refresh }: ScoreFormProps) {
  const { say, problem } = useWords();
  const user = useUser();
  const client = useQueryClient();
  const draft = useDraft<WrittenScore>(`${user.id}.${operation}.${Object.values(beside).join()}`, () => blankScore(sheet, from));
  const [refused, setRefused] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const written = draft.value;
  const send = async () => {
    setIsBusy(true);
    setRefused(undefined);
    try {
      const body = { ...beside, ...bodyOfScore(written, withReason) };
      await call('POST', operation, { body, headers: { 'idempotency-key': written.key } });
      draft.discard();
      await refreshSoon(client, refresh);
    } catch (error) {
      setRefused(codeOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Card size="small" title={sheet.title} extra={`${say(qualityWords, 'total')} ${totalOf(sheet, written)}`}>
      <div className="stack">
        {sheet.groups.map(({ code, name, criteria }) => (
          <fieldset key={code} className="plain">
            <legend>{name}</legend>
            {criteria.map((criterion) => (
              <CriterionRow key={criterion.code} criterion={criterion} written={written} set={draft.set} />
            ))}
          </fieldset>
        ))}
        <Checkbox.Group
          value={[...written.fatal]}
          onChange={(fatal) => draft.set({ ...written, fatal: fatal as string[] })}
          options={sheet.fatal.map(({ code, name, effect }) => ({
            value: code,
            label: `${name}（${say(fatalEffectWords, effect)}）`,
          }))}
        />
        <Words label={say(qualityWords, 'remark')} value={written.remark} set={(remark) => draft.set({ ...written, remark })} />
        {withReason && (
          <Words label={say(qualityWords, 'reason')} value={written.reason} set={(reason) => draft.set({ ...written, reason })} />
        )}
        {refused && <Alert type="error" showIcon role="alert" title={problem(refused)} />}
        <span>
          <Button type="primary" loading={isBusy} onClick={() => void send()}>
            {say(qualityWords, withReason ? 'giveInstead' : 'give')}
          </Button>
        </span>
      </div>
    </Card>
  );
}

interface RowProps {
  readonly criterion: SheetView['groups'][number]['criteria'][number];
  readonly written: WrittenScore;
  readonly set: (written: WrittenScore) => void;
}

/** Points, and why there are less than there could be. */
function CriterionRow({ criterion: { code, name, points: most }, written, set }: RowProps) {
  const { say } = useWords();
  const points = written.points[code] ?? most;
  return (
    <div className="stack" style={{ padding: '4px 0' }}>
      <span className="row-end">
        <span className="grow">{name}</span>
        <InputNumber
          min={0}
          max={most}
          precision={0}
          value={points}
          aria-label={name}
          suffix={`/ ${most}`}
          onChange={(value) => set({ ...written, points: { ...written.points, [code]: value ?? 0 } })}
        />
      </span>
      {points < most && (
        <Words
          label={`${name} · ${say(qualityWords, 'note')}`}
          value={written.notes[code] ?? ''}
          set={(note) => set({ ...written, notes: { ...written.notes, [code]: note } })}
        />
      )}
    </div>
  );
}

function Words({ label, value, set }: { readonly label: string; readonly value: string; readonly set: (text: string) => void }) {
  return (
    <Input.TextArea
      rows={2}
      maxLength={2_000}
      value={value}
      aria-label={label}
      placeholder={label}
      onChange={(event) => set(event.target.value)}
    />
  );
}
