import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { maskedHub, readHub, type HubSettings } from './link/hub-settings.js';
import { maskedMailbox, readMailboxes, type MailboxSettings } from './mailbox-settings.js';
import { maskedMailServer, readMailServer, type MailServerSettings } from './mail-server-settings.js';
import { maskedOidc, readOidc, type OidcSettings } from './oidc-settings.js';
import { maskedTraces, readTraces, type TraceSettings } from './traces/trace-settings.js';

/** Everything that a process can be told, once, at its start. Secrets are masked when it is printed. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly store: 'sqlite' | 'jetstream' | 'memory';
  readonly readModels: 'sqlite' | 'mongo' | 'memory';
  readonly natsUrl: string;
  readonly mongodbUrl: string;
  readonly replicas: number;
  readonly site: string;
  /** The hub that this installation is a site of; undefined: it stands by itself, or is a hub. */
  readonly hub: HubSettings | undefined;
  /** IANA zone in which the site's days begin: ticket numbers carry the local date. */
  readonly timeZone: string;
  /** ISO 3166 code of the country whose way of writing telephone numbers without `+` is understood. */
  readonly country: string;
  /** Minutes after which what happened counts as entered late. */
  readonly lateAfter: number;
  readonly adminPassword: string | undefined;
  readonly demoPassword: string | undefined;
  readonly vaultKey: string | undefined;
  /** The one before, while it is being changed. */
  readonly vaultKeyBefore: string | undefined;
  /** Between two signed checkpoints of a log that grows. */
  readonly checkpointSeconds: number;
  /** Bytes of an attachment at most. */
  readonly largestAttachment: number;
  /** The address that people type, where it is another than this process's: behind https the edge sends HSTS and secure cookies. */
  readonly publicUrl: string | undefined;
  /** Addresses or networks of the proxies whose word on who asks is taken. */
  readonly trustedProxies: readonly string[];
  /** Addresses and networks that webhooks may go to though they are not of the whole Internet. */
  readonly webhookNetworks: readonly string[];
  /** Where people sign in beside their passwords here. */
  readonly oidc: OidcSettings | undefined;
  /** Where mails are read from; none: mail is no way in. */
  readonly mailboxes: readonly MailboxSettings[];
  /** Bytes of a mail at most that is looked into; a larger one is set aside. */
  readonly largestMail: number;
  /** Seconds between looks into a mailbox whose server does not tell of what comes. */
  readonly mailboxSeconds: number;
  /** Where mails are handed to; undefined: mail is no way out. */
  readonly mailServer: MailServerSettings | undefined;
  /** Hours after which a mail that no server took is given up. */
  readonly mailGiveUpHours: number;
  /** Days after which a ticket that is over is archived. */
  readonly archiveAfterDays: number;
  /** Days without a sign after which the persons of archived tickets are erased; 0: never. */
  readonly retentionDays: number;
  /** Which erasures a second administrator has to confirm; a setting of whoever runs it, out of reach of whoever orders. */
  readonly erasureConfirmed: 'never' | 'beyond-one-ticket' | 'always';
  /** For tests and demonstrations only: a file that sets the clock ahead. */
  readonly testClock: string | undefined;
  readonly logLevel: string;
  /** Where traces go; undefined: there are none. */
  readonly traces: TraceSettings | undefined;
}

export class InvalidConfiguration extends Error {
  override readonly name = 'InvalidConfiguration';
}

const secrets: readonly (keyof Configuration)[] = ['adminPassword', 'demoPassword', 'vaultKey', 'vaultKeyBefore'];
const urls: readonly (keyof Configuration)[] = ['natsUrl', 'mongodbUrl'];

/** @throws InvalidConfiguration naming every setting that is wrong, and what would be right */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const faults: string[] = [];
  const oneOf = <Word extends string>(name: string, words: readonly Word[], otherwise: Word): Word => {
    const given = env[name] as Word | undefined;
    if (given === undefined || given === ('' as Word)) return otherwise;
    if (!words.includes(given)) faults.push(`${name} is "${given}"; it can be ${words.join(', ')}`);
    return given;
  };
  const whole = (name: string, otherwise: number, most: number): number => {
    const given = env[name];
    if (given === undefined || given === '') return otherwise;
    if (!/^\d{1,10}$/.test(given) || Number(given) > most)
      faults.push(`${name} is "${given}"; it is a whole number up to ${most}`);
    return Number(given);
  };
  const matching = (name: string, otherwise: string, shape: RegExp): string => {
    const given = env[name] || otherwise;
    if (!shape.test(given)) faults.push(`${name} is "${given}"; it has to match ${shape.source}`);
    return given;
  };
  if (env['LEDGERLINE_STORE'] === 'kurrentdb') faults.push('LEDGERLINE_STORE=kurrentdb is not there yet (docs/features.md)');
  const store = oneOf('LEDGERLINE_STORE', ['sqlite', 'jetstream', 'memory', 'kurrentdb' as never], 'sqlite');
  const configuration: Configuration = {
    port: whole('PORT', 3000, 65_535),
    host: matching('HOST', '127.0.0.1', /^[A-Za-z0-9.:_-]{1,253}$/),
    data: resolve(env['LEDGERLINE_DATA'] || './data'),
    store,
    readModels: oneOf('LEDGERLINE_READ_MODELS', ['sqlite', 'mongo', 'memory'], store === 'memory' ? 'memory' : 'sqlite'),
    natsUrl: env['NATS_URL'] || 'nats://127.0.0.1:4222',
    mongodbUrl: env['MONGODB_URL'] || 'mongodb://127.0.0.1:27017/ledgerline',
    replicas: whole('LEDGERLINE_REPLICAS', 1, 5),
    site: matching('LEDGERLINE_SITE', 'main', /^[a-z][a-z0-9-]{0,29}$/),
    hub: readHub(env, faults),
    timeZone: env['LEDGERLINE_TIME_ZONE'] || 'Asia/Shanghai',
    country: matching('LEDGERLINE_COUNTRY', 'CN', /^[A-Z]{2}$/),
    lateAfter: whole('LEDGERLINE_LATE_AFTER', 30, 100_000),
    adminPassword: env['LEDGERLINE_ADMIN_PASSWORD'] || undefined,
    demoPassword: env['LEDGERLINE_DEMO_PASSWORD'] || undefined,
    vaultKey: env['LEDGERLINE_VAULT_KEY'] || undefined,
    vaultKeyBefore: env['LEDGERLINE_VAULT_KEY_BEFORE'] || undefined,
    checkpointSeconds: Math.max(1, whole('LEDGERLINE_CHECKPOINT_SECONDS', 60, 86_400)),
    largestAttachment: whole('LEDGERLINE_LARGEST_ATTACHMENT', 25 * 1024 * 1024, 1024 * 1024 * 1024),
    publicUrl: env['LEDGERLINE_PUBLIC_URL'] || undefined,
    trustedProxies: listOf(env['LEDGERLINE_TRUSTED_PROXIES']),
    webhookNetworks: listOf(env['LEDGERLINE_WEBHOOK_NETWORKS']),
    oidc: readOidc(env, faults),
    mailboxes: readMailboxes(env, faults),
    largestMail: whole('LEDGERLINE_LARGEST_MAIL', 50 * 1024 * 1024, 1024 * 1024 * 1024),
    mailboxSeconds: Math.max(1, whole('LEDGERLINE_MAILBOX_SECONDS', 30, 3_600)),
    mailServer: readMailServer(env, faults),
    mailGiveUpHours: Math.max(1, whole('LEDGERLINE_MAIL_GIVE_UP_HOURS', 24, 240)),
    archiveAfterDays: whole('LEDGERLINE_ARCHIVE_AFTER_DAYS', 90, 36_500),
    retentionDays: whole('LEDGERLINE_RETENTION_DAYS', 0, 36_500),
    erasureConfirmed: oneOf('LEDGERLINE_ERASURE_CONFIRMED', ['never', 'beyond-one-ticket', 'always'], 'never'),
    testClock: env['LEDGERLINE_TEST_CLOCK'] || undefined,
    logLevel: oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    traces: readTraces(env, faults),
  };
  if (!isTimeZone(configuration.timeZone))
    faults.push(`LEDGERLINE_TIME_ZONE is "${configuration.timeZone}", which is no IANA time zone`);
  if (configuration.publicUrl !== undefined && !isOrigin(configuration.publicUrl))
    faults.push(
      `LEDGERLINE_PUBLIC_URL is "${configuration.publicUrl}"; it is an address as https://calls.example.com, without a path`,
    );
  const addresses = {
    LEDGERLINE_TRUSTED_PROXIES: configuration.trustedProxies,
    LEDGERLINE_WEBHOOK_NETWORKS: configuration.webhookNetworks,
  };
  for (const [name, list] of Object.entries(addresses)) {
    const strangers = list.filter((one) => !isNetwork(one));
    if (strangers.length > 0) faults.push(`${name} has ${strangers.join(', ')}; it lists IP addresses or networks`);
  }
  if (faults.length > 0) throw new InvalidConfiguration(faults.join('\n'));
  return configuration;
}

/** The configuration as it may be shown. */
export function masked(configuration: Configuration): Record<string, unknown> {
  const shown = Object.entries(configuration).map(([name, value]) => {
    if (value === undefined) return [name, null];
    if (secrets.includes(name as keyof Configuration)) return [name, '***'];
    if (name === 'mailboxes') return [name, (value as readonly MailboxSettings[]).map(maskedMailbox)];
    if (name === 'mailServer') return [name, maskedMailServer(value as MailServerSettings)];
    if (name === 'hub') return [name, maskedHub(value as HubSettings)];
    if (name === 'traces') return [name, maskedTraces(value as TraceSettings)];
    if (name === 'oidc') return [name, maskedOidc(value as OidcSettings)];
    return [name, urls.includes(name as keyof Configuration) ? withoutCredentials(String(value)) : value];
  });
  return Object.fromEntries(shown) as Record<string, unknown>;
}

/** Masks what stands before the last `@` of each of several addresses, whatever is in it. */
function withoutCredentials(addresses: string): string {
  return addresses
    .split(/,(?=[a-z+]+:\/\/)/)
    .map((address) => address.replace(/^([a-z+]+:\/\/)?.*@/s, '$1***@'))
    .join(',');
}

/** What stands between commas. */
function listOf(text = ''): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const family = isIP(address);
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
  return family !== 0 && isPrefix && more.length === 0;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
