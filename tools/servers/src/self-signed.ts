import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from './debian-package.ts';
import { onPath, run } from './run-program.ts';
import { lastLine, ServerMissing } from './server-missing.ts';

/** PEM of a certificate for this machine by nobody but itself, and its key. @throws ServerMissing without openssl */
export async function selfSigned(): Promise<{ readonly cert: string; readonly key: string }> {
  const tried: string[] = [];
  const openssl =
    onPath('openssl') ?? ((await installed(['--no-install-recommends', 'openssl'], 120, tried)) ? onPath('openssl') : undefined);
  if (openssl === undefined) throw new ServerMissing('openssl', 'put openssl on PATH', tried);
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-certificate-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const { ok, output } = await run(
      openssl,
      [...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost'.split(' '), '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
        '-keyout', key, '-out', cert], // prettier-ignore
      { seconds: 60 },
    );
    if (!ok) throw new ServerMissing('openssl', 'it has to make a certificate', [lastLine(output)]);
    return { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
