import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refusal } from './api/client.ts';
import { Look } from './look/Look.tsx';
import { Places } from './frame/Places.tsx';
import './look/console.css';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (times, error) => error instanceof Refusal && error.isPassing && times < 3,
    },
  },
});

const root = document.getElementById('console');
if (!root) throw new Error('the page has no place for the console');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Look>
        <Places />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
);
