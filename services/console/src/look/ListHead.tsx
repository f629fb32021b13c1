import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { PageHead } from './PageHead.tsx';
import { SearchBox } from './SearchBox.tsx';
import type { ListView } from './use-list-view.ts';

interface ListHeadProps<View extends string> {
  readonly title: string;
  /** What the page is for, in a sentence. */
  readonly lead: string;
  readonly searchLabel: string;
  readonly shown: ListView<View>;
  readonly nameOf: (view: View) => string;
  readonly children: ReactNode;
}

/** The head of a list that can be searched, or looked at in one of several ways. */
export function ListHead<View extends string>({
  title,
  lead,
  searchLabel,
  shown: { views, view },
  nameOf,
  children,
}: ListHeadProps<View>) {
  const [, setSearch] = useSearchParams();
  return (
    <>
      <PageHead title={title}>
        <SearchBox label={searchLabel} />
        <Segmented
          value={view}
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
