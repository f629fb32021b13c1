import { createServer } from 'node:net';
import { fail, ok, type Finding } from './finding.js';

/** Free, or taken by a Ledgerline that runs already. */
export async function checkPort(host: string, port: number): Promise<Finding> {
  const place = `${host}:${port}`;
  const fault = await faultOfListening(host, port);
  if (fault === undefined) return ok('port', port === 0 ? `any free one on ${host}` : `${place} is free`);
  if (fault === 'EADDRINUSE') {
    if (await isLedgerline(host, port)) return ok('port', `${place}: Ledgerline is running there`);
    return fail('port', `${place} is taken by something else`, 'set PORT to another one, or end what listens there');
  }
  return fail('port', `${place}: ${fault}`, 'set HOST to an address of this machine and PORT to one that its user may take');
}

function faultOfListening(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

export function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function isLedgerline(host: string, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`${urlOf(host, port)}/health/live`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok && ((await answer.json()) as { status?: unknown }).status === 'live';
  } catch {
    return false;
  }
}
