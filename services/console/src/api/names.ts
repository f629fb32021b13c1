import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, query } from './client.ts';
import { useDepartments } from './ticket-queries.ts';
import type { Page } from './views.ts';

interface Named {
  readonly id: string;
  readonly username: string | null;
  readonly name: string | null;
}

/** The names of people by their ids; asked for once, a hundred at a time. */
export function usePeople(ids: readonly (string | undefined)[]): (id: string | undefined) => string {
  const client = useQueryClient();
  const known = client.getQueryData<ReadonlyMap<string, string>>(['people', 'known']) ?? new Map<string, string>();
  const missing = [...new Set(ids)]
    .filter((id): id is string => id !== undefined && /^[0-9a-z]{1,64}$/.test(id) && !known.has(id))
    .sort();
  const asked = missing.slice(0, 100);
  useQuery({
    queryKey: ['people', asked],
    queryFn: async ({ signal }) => {
      const { items } = await call<Page<Named>>('GET', `/people${query({ id: asked.join(',') })}`, { signal });
      const found = new Map(items.map(({ id, name, username }) => [id, name ?? username ?? id]));
      client.setQueryData<ReadonlyMap<string, string>>(['people', 'known'], (before) => {
        return new Map([...(before ?? []), ...asked.map((id) => [id, found.get(id) ?? ''] as const)]);
      });
      return found.size;
    },
    enabled: asked.length > 0,
    staleTime: Infinity,
  });
  return (id) => (id === undefined ? '' : (known.get(id) ?? ''));
}

export function useDepartmentName(): (code: string | undefined) => string {
  const departments = useDepartments();
  return useMemo(() => {
    const names = new Map(departments.map(({ code, name }) => [code, name]));
    return (code) => (code === undefined ? '' : (names.get(code) ?? code));
  }, [departments]);
}
