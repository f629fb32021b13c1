import { Card } from 'antd';
import { useDepartmentName, usePeople } from '../api/names.ts';
import { Facts } from '../look/RecordPage.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { contractTermWords, probationWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import { known } from './known.ts';
import { yuan } from './yuan.ts';
import type { ProbationView } from './probation-views.ts';

/** Who, where and until when, and what each date rests on: version of the rule, article of the law, decision. */
export function ProbationFacts({ probation }: { readonly probation: ProbationView }) {
  const { t, say, of, language } = useWords();
  const departmentName = useDepartmentName();
  const inWords = useInWords();
  const { department, post, postName, employeeNumber, reportsOn, lastDay, contract, pay, mentor, explanation } = probation;
  const nameOf = usePeople([mentor]);
  const until = contract.endsOn === undefined ? '' : ` ${say(probationWords, 'contractTo', { day: contract.endsOn })}`;
  const agreed = known(pay);
  const wages = agreed && { probation: yuan(agreed.probation), regular: yuan(agreed.regular) };
  return (
    <>
      <Facts
        rows={[
          [say(probationWords, 'employeeNumber'), inWords(employeeNumber) ?? '–'],
          [t('department'), departmentName(department)],
          [say(probationWords, 'post'), postName?.[language] ?? post],
          [say(probationWords, 'reportsOn'), reportsOn],
          [say(probationWords, 'lastDay'), lastDay],
          [say(probationWords, 'contract'), `${of(contractTermWords, contract.term)}${until}`],
          [say(probationWords, 'pay'), wages && say(probationWords, 'payOf', wages)],
          [say(probationWords, 'mentor'), nameOf(mentor)],
        ]}
      />
      <Card size="small" title={say(probationWords, 'why')}>
        <ol className="lines">
          {explanation.map((one) => (
            <li key={`${one.cites} ${one.en}`}>
              {one[language]} <span className="quiet">{one.cites}</span>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
