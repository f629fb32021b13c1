import * as body from './campaign-commands.js';

type Steps = Readonly<Record<string, { readonly call: string; readonly body: new () => object; readonly summary: string }>>;

/** `POST /campaigns/{id}/{step}`: the command, the shape of its body and what it is for. */
export const campaignCalls: Steps = {
  change: { call: 'change-campaign', body: body.ChangeCampaign, summary: 'Another time, rule of attempts, or calendar' },
  pause: { call: 'pause-campaign', body: body.PauseCampaign, summary: 'Nobody is called for now' },
  resume: { call: 'resume-campaign', body: body.ResumeCampaign, summary: 'Go on with it' },
  end: { call: 'end-campaign', body: body.EndCampaign, summary: 'Nobody is called any more' },
};

/** `POST /campaigns/{id}/calls/{call}/{step}` */
export const listedCallCalls: Steps = {
  'record-attempt': { call: 'record-call-attempt', body: body.RecordCallAttempt, summary: 'What came of it, and the answers' },
  'give-back': { call: 'give-back-call', body: body.GiveBackCall, summary: 'Somebody else makes it' },
};
