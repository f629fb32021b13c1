import { Card, Tag } from 'antd';
import { ActionButton } from '../commands/ActionButton.tsx';
import { usePossibleSteps } from '../commands/StepBar.tsx';
import { probationWords } from '../words/probation-words.ts';
import { useWords } from '../words/use-words.ts';
import type { ProbationView } from './probation-views.ts';

/** Papers that are asked of this post: shown, kept, missing; of sensitive ones what for. */
export function EntryDocuments({ probation: { id, documents = [] } }: { readonly probation: ProbationView }) {
  const { t, say, language } = useWords();
  const possible = usePossibleSteps('probations', id);
  return (
    <Card size="small" title={say(probationWords, 'documents')}>
      <ul className="lines">
        {documents.map((document) => {
          const { code, seen, kept, count = 1, missing, keeps, purpose } = document;
          return (
            <li key={code} className="row-end">
              <span>{document[language]}</span>
              <Tag color={missing ? 'volcano' : 'green'}>{say(probationWords, missing ? 'missing' : 'complete')}</Tag>
              <span className="quiet">
                {say(probationWords, seen ? 'seen' : 'notSeen')} · {say(probationWords, 'kept', { kept, count })}
                {purpose && ` · ${say(probationWords, 'purpose')}${t('colon')}${purpose}`}
              </span>
              <span className="grow" />
              {possible.includes('record-document') && (
                <ActionButton
                  type="link"
                  operation="/probations/{id}/record-document"
                  id={id}
                  draftOf={`${id}.${code}`}
                  title={say(probationWords, 'record')}
                  initial={{ document: code, kept: keeps, count }}
                  refresh={['probations']}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
