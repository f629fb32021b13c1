import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import { services, startServices, type Installation } from '@ledgerline/installation';
import { mongoServer, startNats, type RunningMongo, type RunningNats } from '@ledgerline/servers';
import { attachments } from './attachments.js';
import { badInput } from './bad-input.js';
import { callers } from './callers.js';
import { commitment } from './commitment.js';
import { confidentiality } from './confidentiality.js';
import { deadlines } from './deadlines.js';
import { documents } from './documents.js';
import { dueLists } from './due-lists.js';
import { governedDocuments } from './governed-documents.js';
import { portal } from './portal.js';
import { replyAndSurvey } from './reply-and-survey.js';
import { manyCallers } from './many-callers.js';
import { surges } from './surges.js';
import { knowledge } from './knowledge.js';
import { organisation } from './organisation.js';
import { referral } from './referral.js';
import { sites } from './sites.js';
import { ticketStory } from './ticket-story.js';
import { tracking } from './tracking.js';
import { urgentEvents } from './urgent-events.js';
import { workingTime } from './working-time.js';

jest.setTimeout(120_000);

describe('every service its own process over NATS, JetStream as the log, read models in MongoDB', () => {
  let nats: RunningNats;
  let mongo: RunningMongo;
  let installation: Installation;
  beforeAll(async () => {
    [nats, mongo] = await Promise.all([startNats(), mongoServer()]);
    const env = {
      NATS_URL: nats.url,
      MONGODB_URL: mongo.url,
      LEDGERLINE_READ_MODELS: 'mongo',
      LEDGERLINE_VAULT_KEY: 'a key for tests',
    };
    installation = await startServices({ env });
  });
  afterAll(async () => {
    const codes = await installation.stop();
    await Promise.all([nats.stop(), mongo.stop()]);
    expect(codes).toEqual(services.map(() => 0));
  });
  ticketStory(() => installation);
  deadlines(() => installation);
  dueLists(() => installation);
  tracking(() => installation);
  urgentEvents(() => installation);
  commitment(() => installation);
  replyAndSurvey(() => installation);
  confidentiality(() => installation);
  portal(() => installation);
  manyCallers(() => installation);
  callers(() => installation);
  surges(() => installation);
  attachments(() => installation);
  documents(() => installation);
  governedDocuments(() => installation);
  referral(() => installation);
  organisation(() => installation);
  knowledge(() => installation);
  sites(() => installation);
  workingTime(() => installation);
  badInput(() => installation);
});
