import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../words/use-words.ts';
import { call } from './client.ts';
import type { Page } from './views.ts';

interface Item {
  readonly code: string;
  readonly zh?: string;
  readonly en?: string;
  readonly parent?: string;
}
interface Tree {
  readonly code: string;
  readonly inForce: { readonly items?: readonly Item[] } | null;
}

export interface NamedItem {
  readonly code: string;
  readonly label: string;
}

/** The subject tree in force, flat: each item under the names of those above it. */
export function useItems(): readonly NamedItem[] {
  const { language } = useWords();
  const { data } = useQuery({
    queryKey: ['items'],
    queryFn: ({ signal }) => call<Page<Tree>>('GET', '/items', { signal }),
    staleTime: 300_000,
  });
  return useMemo(() => (data?.items ?? []).flatMap(({ inForce }) => named(inForce?.items ?? [], language)), [data, language]);
}

/** A parent stands before its children. */
function named(items: readonly Item[], language: 'zh' | 'en'): readonly NamedItem[] {
  const labels = new Map<string, string>();
  return items.map(({ code, zh, en, parent }) => {
    const own = (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? code;
    const above = parent === undefined ? undefined : labels.get(parent);
    const label = above === undefined ? own : `${above} / ${own}`;
    labels.set(code, label);
    return { code, label };
  });
}

export function useItemName(): (code: string) => string {
  const items = useItems();
  return useMemo(() => {
    const names = new Map(items.map(({ code, label }) => [code, label]));
    return (code) => names.get(code) ?? code;
  }, [items]);
}
