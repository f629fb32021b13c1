import { telephonyWords } from '../../words/telephony-words.ts';
import { useWords } from '../../words/use-words.ts';
import { ChoicesAt, NumberAt, TextAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** Queues with their numbers, reasons of breaks, and what telephone figures are measured by. */
export function TelephonyRuleForm() {
  const { say } = useWords();
  const label = (word: keyof typeof telephonyWords) => say(telephonyWords, word);
  const named = (at: string) => (
    <>
      <TextAt at={`${at}/code`} label={label('code')} most={40} />
      <TextAt at={`${at}/zh`} label={label('zh')} />
      <TextAt at={`${at}/en`} label={label('en')} />
    </>
  );
  return (
    <div className="stack">
      <div className="fields">
        <NumberAt at="/serviceLevel/within" label={label('within')} least={1} most={3_600} />
        <NumberAt at="/serviceLevel/target" label={label('target')} most={1} />
        <NumberAt at="/shortAbandon" label={label('shortAbandon')} most={120} />
        <NumberAt at="/lateAfter" label={label('lateAfter')} least={1} most={86_400} />
        <NumberAt at="/firstContact/days" label={label('firstContactDays')} least={1} most={90} />
      </div>
      <RowsAt
        at="/queues"
        label={label('queues')}
        blank={{ numbers: [], priority: 5 }}
        unordered
        row={(at) => (
          <div className="fields">
            {named(at)}
            <NumberAt at={`${at}/priority`} label={label('priority')} least={1} most={9} />
            <ChoicesAt at={`${at}/numbers`} label={label('numbers')} />
            <TextAt at={`${at}/site`} label={label('site')} most={40} />
          </div>
        )}
      />
      <RowsAt at="/breaks" label={label('breaks')} blank={{}} row={(at) => <div className="fields">{named(at)}</div>} />
    </div>
  );
}
