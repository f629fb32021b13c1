import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import { services, startServices, type Installation } from '@ledgerline/installation';
import { mongoServer, startNats, type RunningMongo, type RunningNats } from '@ledgerline/servers';
import { attachments } from './attachments.js';
import { auditReplay } from './audit-replay.js';
import { badInput } from './bad-input.js';
import { measures } from './measures.js';
import { callers } from './callers.js';
import { mergedCallers } from './merged-callers.js';
import { commitment } from './commitment.js';
import { confidentiality } from './confidentiality.js';
import { deadlines } from './deadlines.js';
import { documents } from './documents.js';
import { dueLists } from './due-lists.js';
import { feedOnNats } from './feed-on-nats.js';
import { governedDocuments } from './governed-documents.js';
import { improvement } from './improvement.js';
import { outbound } from './outbound.js';
import { portal } from './portal.js';
import { replyAndSurvey } from './reply-and-survey.js';
import { manyCallers } from './many-callers.js';
import { surges } from './surges.js';
import { knowledge } from './knowledge.js';
import { organisation } from './organisation.js';
import { referral } from './referral.js';
import { runningTheCentre } from './running-the-centre.js';
import { telephonyStory } from './telephony-story.js';
import { sites } from './sites.js';
import { ticketStory } from './ticket-story.js';
import { tracking } from './tracking.js';
import { urgentEvents } from './urgent-events.js';
import { workingTime } from './working-time.js';

jest.setTimeout(240_000);

describe('every service its own process over NATS, JetStream as the log, read models in MongoDB', () => {
  const [installation] = running(() => mongoServer());
  ticketStory(installation);
  deadlines(installation);
  dueLists(installation);
  tracking(installation);
  urgentEvents(installation);
  commitment(installation);
  replyAndSurvey(installation);
  confidentiality(installation);
  portal(installation);
  improvement(installation);
  runningTheCentre(installation);
  telephonyStory(installation);
  attachments(installation);
  documents(installation);
  workingTime(installation);
  badInput(installation);
  measures(installation);
});

/** What more there is; the stand-in for MongoDB takes too long over all of it, and falls behind. */
describe('every service its own process over NATS, JetStream as the log, read models in one SQLite file', () => {
  const [installation, natsUrl] = running();
  ticketStory(installation);
  manyCallers(installation);
  callers(installation);
  mergedCallers(installation);
  outbound(installation);
  surges(installation);
  governedDocuments(installation);
  referral(installation);
  organisation(installation);
  auditReplay(installation);
  knowledge(installation);
  sites(installation);
  feedOnNats(installation, natsUrl);
});

/** Started before the tests of a suite, stopped after; with read models in MongoDB where a server is given. */
function running(startMongo?: () => Promise<RunningMongo>): readonly [() => Installation, () => string] {
  let nats: RunningNats;
  let mongo: RunningMongo | undefined;
  let installation: Installation;
  beforeAll(async () => {
    [nats, mongo] = await Promise.all([startNats(), startMongo?.()]);
    const readModels =
      mongo === undefined ? { LEDGERLINE_READ_MODELS: 'sqlite' } : { LEDGERLINE_READ_MODELS: 'mongo', MONGODB_URL: mongo.url };
    installation = await startServices({ env: { NATS_URL: nats.url, LEDGERLINE_VAULT_KEY: 'a key for tests', ...readModels } });
  });
  afterAll(async () => {
    const codes = await installation.stop();
    await Promise.all([nats.stop(), mongo?.stop()]);
    expect(codes).toEqual(services.map(() => 0));
  });
  return [() => installation, () => nats.url];
}
