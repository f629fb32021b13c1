import { adminPassword, ApiClient, startEmbedded, type ServiceProcess } from '@ledgerline/installation';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './figure.js';
import { temporaryFolder } from './temporary-folder.js';

/** All of Ledgerline in one process with the embedded log, and an agent signed in. */
export interface Product {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  readonly agent: ApiClient;
  lagMilliseconds(): Promise<number>;
  /** Waits until the read models have what the log has. @returns the milliseconds that took */
  settled(): Promise<number>;
  stop(): Promise<void>;
}

const password = 'a-good-long-password';

export async function startProduct(): Promise<Product> {
  const { folder, remove } = temporaryFolder();
  const installation = await startEmbedded({ data: folder });
  const { url } = installation;
  const [productProcess] = installation.processes as [ServiceProcess];
  void productProcess.ended.then((code) => {
    if (code !== 0) say(`  the product ended: ${code === null ? 'by a signal' : `exit code ${code}`}`);
  });
  const stop = async () => {
    await installation.stop();
    remove();
  };
  const token = await signedInAgent(url).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const lagMilliseconds = async () => {
    const answer = await fetch(`${url}/health/ready`);
    return ((await answer.json()) as { readonly projectionLagMilliseconds: number }).projectionLagMilliseconds;
  };
  const settled = async () => {
    const started = performance.now();
    while ((await lagMilliseconds()) > 0) {
      if (performance.now() - started > 60_000) throw new Error('the read models did not catch up within 60 s');
      await sleep(25);
    }
    return performance.now() - started;
  };
  return { url, token, pid: productProcess.pid, agent: new ApiClient(url, token), lagMilliseconds, settled, stop };
}

async function signedInAgent(url: string): Promise<string> {
  const admin = await ApiClient.signIn(url, 'admin', adminPassword);
  await admin.post('/users', { username: 'agent1', password, name: '李敏', roles: ['agent'], departments: ['call-centre'] });
  const { status, body } = await new ApiClient(url).post('/session', { username: 'agent1', password });
  if (status !== 200) throw new Error(`the agent could not sign in: ${status} ${JSON.stringify(body)}`);
  return String(body['token']);
}
