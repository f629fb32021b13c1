import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { foundStoryCompany, signInToStory, startEmbedded, type Installation } from '@ledgerline/installation';
import { ConsoleBrowser } from '../console-browser.ts';
import { faultyFridge } from './faulty-fridge.ts';
import { callers, gasAtNight } from './gas-at-night.ts';
import { StoryScreens } from './story-screens.ts';
import { StoryTime } from './story-time.ts';

jest.setTimeout(900_000);

/** Each told from its beginning in an installation of its own, on the clock that the story needs. */
describe('the stories of docs/stories, told from the screens', () => {
  let installation: Installation;
  let browser: ConsoleBrowser;
  let time: StoryTime;

  const begin = (at: string) => async () => {
    time = new StoryTime();
    time.set(at);
    installation = await startEmbedded({ env: time.env });
    browser = await ConsoleBrowser.start(() => installation.url);
    await foundStoryCompany(installation.url, () => undefined);
  };
  const end = async () => {
    await browser.stop();
    await installation.stop();
  };
  const historyOf = async (ticket: string) => {
    const client = await signInToStory(installation.url, 'chen');
    const { body } = await client.get(`/tickets/${ticket}/events?limit=200`);
    return (body['items'] as readonly { readonly type: string }[]).map(({ type }) => type);
  };

  describe('a faulty fridge', () => {
    beforeAll(begin('2026-09-28 08:00'));
    afterAll(end);
    test('the wrong department, an extension over a holiday, sent back, late, dissatisfied, reworked, closed', async () => {
      const story = new StoryScreens(browser, time, 'fridge');
      const types = await historyOf(await story.tell(faultyFridge));
      for (const type of ['ReturnGranted', 'ExtensionGranted', 'PartSentBack', 'OverdueReported', 'DelayExplained', 'DeadlineBreached', 'ReworkOrdered', 'TicketClosed'])
        expect(types).toContain(type); // prettier-ignore
      await story.close();
    });
  });

  describe('gas at night', () => {
    beforeAll(begin('2026-10-31 20:00'));
    afterAll(end);
    test(`${callers} callers on one cause, an executive who does not answer, a decision, a reply to all`, async () => {
      const story = new StoryScreens(browser, time, 'gas', 'en');
      const { event } = await story.tell(() => gasAtNight(story, installation.url));
      const types = await historyOf(event);
      for (const type of ['MeasureRecorded', 'ExecutivesAlerted', 'DecisionRecorded', 'DecisionHandedDown', 'DecisionExplained', 'ReplyToAllOrdered', 'TicketClosed'])
        expect(types).toContain(type); // prettier-ignore
      await story.close();
    });
  });
});
