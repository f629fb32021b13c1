import { ledgerlineEvents } from '@ledgerline/domain';
import { openLedgerline, type Configuration, type Ledgerline } from '@ledgerline/host';
import { pino } from 'pino';
import { InFlight } from '../import/in-flight.js';
import { announce } from './announce.js';
import { beginProbations } from './begin-probations.js';
import { callOut, type Caller } from './call-out.js';
import { company } from './company.js';
import { Desk } from './desk.js';
import { foundCompany, scheduleDigests, setPasswords } from './found-company.js';
import { storiesUntil, type Story } from './stories.js';
import { keepEquipment } from './keep-equipment.js';
import { planShifts } from './plan-shifts.js';
import { pursue } from './pursue.js';
import { register, take } from './tell-story.js';
import { tellTelephony } from './tell-telephony.js';

const day = 24 * 60 * 60 * 1_000;
/** Before the start: when the company was founded, and since when it has digests sent. */
const [foundedBefore, digestsBefore] = [90 * day, 35 * day];
/** Nobody is called of itself before they have called. */
const outboundBefore = 25 * day;
const callTakers = company.people.filter(({ roles }) => roles.includes('agent')).map(({ username }) => username);
/** Callers whom a campaign calls. */
const listed = 24;
/** Stories told at once. */
const abreast = 64;

export interface Filled {
  readonly tickets: number;
  readonly password: string;
}

/** What `fillDemo` is told. */
export interface Filling {
  readonly configuration: Configuration;
  readonly anchor: number;
  /** True where the stories are there already and only the password is seen to. */
  readonly filled: boolean;
  readonly signal: AbortSignal;
}

/** Founds the company and tells its stories; what a run before has told stays as it is. */
export async function fillDemo({ configuration, anchor, filled, signal }: Filling): Promise<Filled> {
  const { ledgerline, close } = await openLedgerline(
    configuration,
    [{ events: ledgerlineEvents }],
    pino({ level: 'warn' }, pino.destination(2)),
  );
  try {
    const digestKey = await ledgerline.vault.secret('command-digest');
    const newDesk = () => new Desk(ledgerline, digestKey);
    const password = configuration.demoPassword ?? newDesk().idOf('password').slice(0, 12);
    const stories = storiesUntil(anchor);
    const office = newDesk();
    if (!filled) {
      office.now = anchor - foundedBefore;
      await foundCompany(password, office);
      office.now = anchor - digestsBefore;
      await scheduleDigests(office);
      await beginProbations(anchor, office);
      await keepEquipment(anchor, office);
      await planShifts(anchor, office);
      await tellAll(stories, newDesk, signal);
      const callers = whoHadCalled(stories, anchor - outboundBefore);
      const calls = await callOut(anchor, callers.slice(0, listed), office);
      await pursue(anchor, { callers: callers.slice(listed), calls }, office);
      await announce(anchor, office);
      await tellTelephony(anchor, callTakers, office);
    }
    office.now = Math.max(anchor, ledgerline.clock.now());
    await setPasswords(password, office);
    return { tickets: stories.length, password };
  } finally {
    await stop(ledgerline, close);
  }
}

/** Who had called by then, each once; those who speak Chinese, as the script does. */
function whoHadCalled(stories: readonly Story[], by: number): readonly Caller[] {
  const before = stories.filter(({ registeredAt, scene: { matter } }) => registeredAt < by && matter.language === 'zh');
  return [...new Map(before.map(({ scene: { caller } }) => [caller.phone, { name: caller.name, phone: caller.phone }])).values()];
}

/** About in the order in which it happened: each story waits for its own steps, and a few go on beside each other. */
async function tellAll(stories: readonly Story[], newDesk: () => Desk, signal: AbortSignal): Promise<void> {
  const inFlight = new InFlight(abreast);
  const moments = stories.flatMap((story) => {
    const desk = newDesk();
    let before = Promise.resolve('');
    const next = (act: (ticket: string) => Promise<string>) => () => (before = before.then(act));
    return [
      { at: story.registeredAt, go: next(() => register(story, desk)) },
      ...story.steps.map((step) => ({
        at: step.at,
        go: next(async (ticket) => {
          await take(step, { ticket, id: story.id }, desk);
          return ticket;
        }),
      })),
    ];
  });
  for (const { go } of moments.toSorted((a, b) => a.at - b.at)) {
    if (signal.aborted) break;
    await inFlight.add(async () => void (await go()));
  }
  await inFlight.settled();
  signal.throwIfAborted();
}

async function stop(ledgerline: Ledgerline, close: () => Promise<void>): Promise<void> {
  await ledgerline.supervision.stop();
  await close();
}
