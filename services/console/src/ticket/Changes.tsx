import { useDepartmentName, usePeople } from '../api/names.ts';
import { fieldWords } from '../words/command-words.ts';
import { screenWords } from '../words/screen-words.ts';
import { channelWords, closureWords, holdWords, kindWords, levelWords, partStatusWords, partWords, statusWords, urgentStepWords } from '../words/ticket-words.ts'; // prettier-ignore
import type { Pairs } from '../words/pair.ts';
import { useWords } from '../words/use-words.ts';
import type { Difference } from './differences.ts';

const inWords: Pairs = { ...statusWords, ...partStatusWords, ...partWords, ...levelWords, ...kindWords, ...channelWords, ...holdWords, ...urgentStepWords }; // prettier-ignore
const names: Pairs = { ...fieldWords, ...screenWords };

/** What one event changed, value by value. */
export function Changes({ changes }: { readonly changes: readonly Difference[] }) {
  const { t, of } = useWords();
  const departmentName = useDepartmentName();
  const ids = changes.flatMap(({ path, was, is }) => (path.at(-1) === 'handler' ? [was, is] : [])) as (string | undefined)[];
  const nameOf = usePeople(ids);
  const shown = (value: unknown, path: readonly string[]): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (path.at(-1) === 'handler') return nameOf(String(value)) || String(value);
    if (path.at(-1) === 'department') return departmentName(String(value));
    if (typeof value === 'object' && value !== null) return Object.values(value).map((one) => shown(one, [])).join(' · '); // prettier-ignore
    const pairs = path.at(-1) === 'closureCode' ? closureWords : inWords;
    return of(pairs, value === undefined ? undefined : String(value));
  };
  if (changes.length === 0) return <p className="quiet">{t('noChanges')}</p>;
  return (
    <table className="changes" aria-label={t('changes')}>
      <tbody>
        {changes.map(({ path, was, is }) => (
          <tr key={path.join('/')}>
            <th scope="row">
              {path
                .filter((one) => !/^\d+$/.test(one))
                .map((one) => of(names, one))
                .join(' / ')}
            </th>
            <td>
              {was !== undefined && <del>{shown(was, path)}</del>} {is !== undefined && <ins>{shown(is, path)}</ins>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
