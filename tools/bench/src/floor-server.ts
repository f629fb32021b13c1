import { fork } from 'node:child_process';
import { temporaryFolder } from './temporary-folder.js';

export interface FloorServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export async function startFloorServer(): Promise<FloorServer> {
  const { folder, remove } = temporaryFolder();
  const child = fork(new URL('./floor-server.process.js', import.meta.url), [folder]);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (address) => resolve(String(address)));
    child.once('exit', (code) => reject(new Error(`the floor's server ended with ${code}`)));
  });
  const stop = async () => {
    child.disconnect();
    await ended;
    remove();
  };
  return { url, pid: child.pid as number, stop };
}
