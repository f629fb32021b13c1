import { Card, Descriptions } from 'antd';
import { useDepartmentName, usePeople } from '../api/names.ts';
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
      <Card size="small" title={t('facts')}>
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'number', label: say(probationWords, 'employeeNumber'), children: inWords(employeeNumber) ?? '–' },
            { key: 'department', label: t('department'), children: departmentName(department) },
            { key: 'post', label: say(probationWords, 'post'), children: postName?.[language] ?? post },
            { key: 'from', label: say(probationWords, 'reportsOn'), children: reportsOn },
            { key: 'to', label: say(probationWords, 'lastDay'), children: lastDay },
            {
              key: 'contract',
              label: say(probationWords, 'contract'),
              children: `${of(contractTermWords, contract.term)}${until}`,
            },
            ...(wages ? [{ key: 'pay', label: say(probationWords, 'pay'), children: say(probationWords, 'payOf', wages) }] : []),
            ...(mentor ? [{ key: 'mentor', label: say(probationWords, 'mentor'), children: nameOf(mentor) }] : []),
          ]}
        />
      </Card>
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
