import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useEffect } from 'react';
import { useOpenApi, type OpenApi } from '../api/command-forms.ts';
import { call, query } from '../api/client.ts';
import { callerOf, type Page, type TicketView } from '../api/views.ts';
import { Found } from '../look/Found.tsx';
import { useWords } from '../words/use-words.ts';
import { TicketLinks } from './TicketLinks.tsx';
import { useLater } from '../look/use-later.ts';

interface CallerHistoryProps {
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly onRecognised: (name: string | undefined) => void;
}

interface Known {
  readonly name: string | undefined;
  readonly tickets: readonly TicketView[];
}

/** Who calls, by number or address, and what they called about before. */
export function CallerHistory({ phone, email, onRecognised }: CallerHistoryProps) {
  const { t } = useWords();
  const api = useOpenApi();
  const asked = useLater({ phone: phone?.trim(), email: email?.trim() });
  const isEnough = (asked.phone?.replaceAll(/\D/g, '').length ?? 0) >= 7 || /\S@\S/.test(asked.email ?? '');
  const found = useQuery({
    queryKey: ['caller', asked.phone, asked.email],
    queryFn: ({ signal }) => recognise(api, asked, signal),
    enabled: isEnough && api !== undefined,
  });
  const name = found.data?.name;
  const tickets = found.data?.tickets ?? [];
  useEffect(() => onRecognised(name), [name]);
  return (
    <Card size="small" title={t('history')}>
      <Found asked={found} nothing={tickets.length === 0 && t(isEnough ? 'noHistory' : 'historyByPhone')}>
        <TicketLinks tickets={tickets} />
      </Found>
    </Card>
  );
}

/** From the customer base where the server has one; else what the lists find. */
async function recognise(
  api: OpenApi | undefined,
  { phone, email }: { phone?: string; email?: string },
  signal: AbortSignal,
): Promise<Known> {
  if (api?.paths['/customers']?.['get'] && api.paths['/customers/{id}/history']) {
    const found = await call<Page<{ id: string; name?: unknown }>>(
      'GET',
      `/customers${query(phone ? { phone, limit: 1 } : { email, limit: 1 })}`,
      { signal },
    );
    const customer = found.items[0];
    if (!customer) return { name: undefined, tickets: [] };
    const history = await call<{ tickets: readonly TicketView[] }>('GET', `/customers/${customer.id}/history`, { signal });
    return { name: typeof customer.name === 'string' ? customer.name : undefined, tickets: history.tickets };
  }
  const { items } = await call<Page<TicketView>>('GET', `/tickets${query({ q: phone || email, limit: 10 })}`, { signal });
  return { name: items.map((ticket) => callerOf(ticket).name).find(Boolean), tickets: items };
}
