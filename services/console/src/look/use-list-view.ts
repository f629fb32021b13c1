import { useSearchParams } from 'react-router';

type Parameters = Readonly<Record<string, string | boolean>>;

/** A list as its address has it: the views that there are, which of them is looked at, and what is asked of the API for that. */
export interface ListView<View extends string> {
  readonly views: readonly View[];
  readonly view: View | 'all';
  readonly asked: Parameters;
}

/**
 * The address names the view of a list as `view`; `first` is looked at where it names none that there is. Words that are searched for (`q`) are searched for in all.
 *
 * @param views what each view asks for
 */
export function useListView<View extends string>(
  views: Readonly<Record<View | 'all', Parameters>>,
  first: NoInfer<View>,
): ListView<View> {
  const [search] = useSearchParams();
  const names = Object.keys(views) as View[];
  const q = search.get('q');
  if (q !== null) return { views: names, view: 'all', asked: { q } };
  const view = names.find((one) => one === search.get('view')) ?? first;
  return { views: names, view, asked: views[view] };
}
