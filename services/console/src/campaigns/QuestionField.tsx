import { Checkbox, DatePicker, Input, InputNumber, Radio } from 'antd';
import dayjs from 'dayjs';
import type { QuestionView } from '../rules/ScriptQuestions.tsx';
import { answerFaultWords, campaignWords } from '../words/campaign-words.ts';
import { choiceWords } from '../words/command-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Answer } from './campaign-views.ts';

interface QuestionFieldProps {
  readonly question: QuestionView;
  readonly value: Answer | undefined;
  readonly set: (answer: Answer | undefined | null) => void;
  /** Why the answer was not taken. */
  readonly fault?: string | undefined;
}

/** A question as it is read out, and a field for the kind of answer that it takes. */
export function QuestionField({ fault, ...asked }: QuestionFieldProps) {
  const { say, of } = useWords();
  const { text, optional } = asked.question;
  return (
    <fieldset className="plain">
      <legend className="words">
        {text} {optional && <span className="quiet">{say(campaignWords, 'optional')}</span>}
      </legend>
      <AnswerField {...asked} />
      {fault && (
        <div className="late" role="alert">
          {of(answerFaultWords, fault)}
        </div>
      )}
    </fieldset>
  );
}

function AnswerField({ question, value, set }: QuestionFieldProps) {
  const { of } = useWords();
  const { id, type, text, options = [], least = 0, most = 0, unit, low, high } = question;
  const labelled = { 'aria-label': text };
  const chosen = options.map(({ code, label }) => ({ value: code, label }));
  switch (type) {
    case 'yes-no': {
      const either = [true, false].map((one) => ({ value: one, label: of(choiceWords, String(one)) }));
      return <Radio.Group name={id} value={value} options={either} onChange={({ target }) => set(target.value as boolean)} />;
    }
    case 'one-of':
      return <Radio.Group name={id} value={value} options={chosen} onChange={({ target }) => set(target.value as string)} />;
    case 'several-of':
      return <Checkbox.Group value={[...((value ?? []) as readonly string[])]} options={chosen} onChange={(now) => set(now)} />;
    case 'scale': {
      const steps = Array.from({ length: most - least + 1 }, (_, place) => ({ value: least + place, label: least + place }));
      return (
        <span className="row-end">
          {low && <span className="quiet">{low}</span>}
          <Radio.Group name={id} value={value} options={steps} onChange={({ target }) => set(target.value as number)} />
          {high && <span className="quiet">{high}</span>}
        </span>
      );
    }
    case 'number':
      return (
        <InputNumber {...labelled} min={least} max={most} suffix={unit} value={value as number | undefined} onChange={set} />
      );
    case 'date':
      return (
        <DatePicker
          {...labelled}
          format="YYYY-MM-DD"
          value={value ? dayjs(value as string) : undefined}
          onChange={(day: dayjs.Dayjs | null) => set(day?.format('YYYY-MM-DD'))}
        />
      );
    case 'text':
      return (
        <Input.TextArea
          {...labelled}
          rows={2}
          maxLength={2_000}
          value={(value ?? '') as string}
          onChange={({ target }) => set(target.value)}
        />
      );
  }
}
