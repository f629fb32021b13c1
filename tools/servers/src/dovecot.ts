import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from './debian-package.ts';
import { freePorts } from './free-ports.ts';
import { isExecutable, onPath, run } from './run-program.ts';
import { lastLine, ServerMissing } from './server-missing.ts';
import { startProcess, whenReady, type ServerProcess } from './server-process.ts';

const howToGetIt =
  'set LEDGERLINE_DOVECOT to the path of a Dovecot 2.3 or put one on PATH, or run as root on Debian or Ubuntu (then dovecot-imapd is installed). ' +
  'It has to be run as root: it gives up its rights itself.';

export interface DovecotProgram {
  readonly path: string;
  readonly version: string;
  readonly found: 'LEDGERLINE_DOVECOT' | 'PATH' | 'apt-get';
}

const debianPackage = ['--no-install-recommends', 'dovecot-imapd'];

/** Whoever mails belong to: nobody's account on every Linux. */
const nobody = 65_534;

/** @throws ServerMissing where there is none and none could be installed */
export async function dovecotProgram(): Promise<DovecotProgram> {
  const tried: string[] = [];
  const named = process.env['LEDGERLINE_DOVECOT'];
  const program =
    named === undefined || named === ''
      ? ((await usable(atHand(), 'PATH', tried)) ??
        (await usable((await installed(debianPackage, 300, tried)) ? atHand() : undefined, 'apt-get', tried)))
      : await usable(named, 'LEDGERLINE_DOVECOT', tried);
  if (program === undefined) throw new ServerMissing('Dovecot', howToGetIt, tried);
  return program;
}

function atHand(): string | undefined {
  return onPath('dovecot') ?? ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find(isExecutable);
}

async function usable(
  path: string | undefined,
  found: DovecotProgram['found'],
  tried: string[],
): Promise<DovecotProgram | undefined> {
  if (path === undefined || !isExecutable(path)) {
    tried.push(`${found}: not there`);
    return undefined;
  }
  const { ok, output } = await run(path, ['--version'], { seconds: 120 });
  const version = /^\d+\.\d+\.\d+\S*/m.exec(output)?.[0];
  if (ok && version?.startsWith('2.3.')) return { path, version, found };
  tried.push(`${found}: ${path} is no Dovecot 2.3 (${lastLine(output)})`);
  return undefined;
}

/** A running IMAP server; every account is there, with the same password. */
export class Dovecot {
  readonly password = 'correct-horse';
  private count = 0;
  private server: ServerProcess | undefined;

  private readonly program: string;
  private readonly folder: string;
  readonly port: number;

  private constructor(program: string, folder: string, port: number) {
    this.program = program;
    this.folder = folder;
    this.port = port;
  }

  static async start(): Promise<Dovecot> {
    const { path } = await dovecotProgram();
    const folder = await mkdtemp(join(tmpdir(), 'ledgerline-dovecot-'));
    await chmod(folder, 0o755);
    const [port] = (await freePorts(1)) as [number];
    const dovecot = new Dovecot(path, folder, port);
    await writeFile(join(folder, 'dovecot.conf'), dovecot.configuration());
    await dovecot.begin();
    return dovecot;
  }

  /** Starts it again at the same port, with the mails that lie there. */
  async begin(): Promise<void> {
    const server = startProcess(this.program, ['-F', '-c', join(this.folder, 'dovecot.conf')]);
    this.server = server;
    await whenReady(server, async () => ((await greets(this.port)) ? true : undefined));
  }

  /** It is away; its mails lie where they lie. */
  async end(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    // They outlive the one that started them, each with its client.
    const children = (await readFile(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').catch(() => ''))
      .split(' ')
      .filter(Boolean);
    await server.stop();
    for (const child of children) killIfThere(Number(child));
  }

  async stop(): Promise<void> {
    await this.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Address of an account's mailbox for LEDGERLINE_MAILBOXES. */
  mailbox(user: string, more = ''): string {
    return `imap://${encodeURIComponent(user)}:${this.password}@127.0.0.1:${this.port}/INBOX${more}`;
  }

  /** Lays a mail into an account's inbox, as a delivery does (maildir: written beside, then moved in). */
  async deliver(user: string, mail: Uint8Array | string): Promise<void> {
    const box = join(this.folder, 'mail', user);
    for (const folder of [join(this.folder, 'mail'), box, ...['tmp', 'new', 'cur'].map((name) => join(box, name))]) {
      await mkdir(folder, { recursive: true });
      await chown(folder, nobody, nobody);
    }
    const name = `${Date.now()}.M${String((this.count += 1)).padStart(6, '0')}.ledgerline`;
    await writeFile(join(box, 'tmp', name), mail);
    await chown(join(box, 'tmp', name), nobody, nobody);
    await rename(join(box, 'tmp', name), join(box, 'new', name));
  }

  private configuration(): string {
    const { folder, port } = this;
    return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=${this.password}
}
userdb {
  driver = static
  args = uid=${nobody} gid=${nobody} home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    const over = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => over(false));
    socket.once('error', () => over(false));
    socket.once('data', (data) => over(data.toString().startsWith('* OK')));
  });
}
