import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { CustomerView, ProfileView } from '../api/people-views.ts';

/** What is kept of a customer and of those who are merged with them. */
export function useProfile({ id }: Pick<CustomerView, 'id'>) {
  return useQuery({
    queryKey: ['customers', id, 'profile'],
    queryFn: ({ signal }) => call<ProfileView>('GET', `/customers/${id}/profile`, { signal }),
  });
}
