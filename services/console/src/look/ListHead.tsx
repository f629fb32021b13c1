import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { PageHead } from './PageHead.tsx';
import { SearchBox } from './SearchBox.tsx';

interface ListHeadProps<View extends string> {
  readonly title: string;
  /** What the page is for, in a sentence. */
  readonly lead: string;
  readonly searchLabel: string;
  /** Views of the list, which stand in the address as `view`; what is searched for is searched in `everything`. */
  readonly views: readonly View[];
  readonly nameOf: (view: View) => string;
  readonly view: View;
  readonly everything: View;
  readonly children: ReactNode;
}

/** The head of a list that can be searched, or looked at in one of several ways. */
export function ListHead<View extends string>({
  title,
  lead,
  searchLabel,
  views,
  nameOf,
  view,
  everything,
  children,
}: ListHeadProps<View>) {
  const [search, setSearch] = useSearchParams();
  return (
    <>
      <PageHead title={title}>
        <SearchBox label={searchLabel} />
        <Segmented
          value={search.has('q') ? everything : view}
          onChange={(next) => setSearch({ view: next }, { replace: true })}
          options={views.map((value) => ({ value, label: nameOf(value) }))}
        />
        {children}
      </PageHead>
      <p className="quiet" style={{ margin: 0 }}>
        {lead}
      </p>
    </>
  );
}
