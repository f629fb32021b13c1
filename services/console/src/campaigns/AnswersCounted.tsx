import { campaignWords, yesNoWords } from '../words/campaign-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Distribution } from './campaign-views.ts';

/** How often each answer was given to one question, and of numbers where they lie. */
export function AnswersCounted({ distribution: { text, type, answers, numbers } }: { readonly distribution: Distribution }) {
  const { say, of } = useWords();
  const label = (one: string) => (type === 'yes-no' ? of(yesNoWords, one) : one);
  const isRead = type === 'text' || type === 'date';
  return (
    <section aria-label={text}>
      <strong>{text}</strong>
      {isRead && <div className="quiet">{say(campaignWords, 'read')}</div>}
      {numbers && <div className="quiet">{say(campaignWords, 'numbers', numbers)}</div>}
      <ul className="lines">
        {answers.map((one) => (
          <li key={one.answer} className="row-end">
            {label(one.label)}
            <span className="grow" />
            <span className="figure">{one.count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
