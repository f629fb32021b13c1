import { useWords } from '../../words/use-words.ts';
import { usePlace } from './editing.tsx';
import { ChoiceAt, TextAt } from './fields.tsx';
import { RowsAt } from './RowsAt.tsx';

/** A subject tree: what matters can be about, each under the one that it belongs to. */
export function ItemsForm() {
  const { t } = useWords();
  const { value: items = [] } =
    usePlace<readonly { readonly code?: string; readonly zh?: string; readonly en?: string }[]>('/items');
  const above = (place: number) =>
    items.slice(0, place).flatMap(({ code, zh, en }) => (code === undefined ? [] : [{ value: code, label: zh ?? en ?? code }]));
  return (
    <RowsAt
      at="/items"
      label={t('items')}
      blank={{}}
      row={(at, place) => (
        <div className="fields">
          <TextAt at={`${at}/code`} label={t('code')} most={40} />
          <TextAt at={`${at}/zh`} label="中文" />
          <TextAt at={`${at}/en`} label="English" />
          <ChoiceAt at={`${at}/parent`} label={t('under')} options={above(place)} />
        </div>
      )}
    />
  );
}
