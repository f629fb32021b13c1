import { useDepartments } from '../../api/ticket-queries.ts';
import { useWords } from '../../words/use-words.ts';
import { ConditionsAt } from './ConditionsAt.tsx';
import { ChoiceAt, ChoicesAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** A routing table: who has what, by authority; what fits nothing goes to the fallback. */
export function RoutingForm() {
  const { t } = useWords();
  const departments = useDepartments().map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="stack">
      <ChoiceAt at="/fallback" label={t('fallback')} options={departments} />
      <RowsAt
        at="/rules"
        label={t('routingTables')}
        blank={{ when: {} }}
        row={(at) => (
          <>
            <ConditionsAt at={`${at}/when`} by={['kind', 'item', 'level', 'site', 'district', 'product']} />
            <div className="fields">
              <ChoiceAt at={`${at}/lead`} label={t('leadDepartment')} options={departments} />
              <ChoicesAt at={`${at}/coHandling`} label={t('coHandling')} options={departments} />
            </div>
          </>
        )}
      />
    </div>
  );
}
