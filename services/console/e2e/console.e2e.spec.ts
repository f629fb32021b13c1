import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { startEmbedded, type Installation } from '@ledgerline/installation';
import { ConsoleBrowser } from './console-browser.ts';
import { foundCompany } from './found-company.ts';
import { live } from './live.ts';
import { signingIn } from './signing-in.ts';
import { tickets } from './tickets.ts';
import { workLists } from './work-lists.ts';

jest.setTimeout(60_000);

describe('the console in a real Chromium', () => {
  let installation: Installation;
  let browser: ConsoleBrowser;
  beforeAll(async () => {
    installation = await startEmbedded();
    await foundCompany(installation);
    browser = await ConsoleBrowser.start(() => installation.url);
  });
  afterAll(async () => {
    await browser.stop();
    await installation.stop();
  });
  signingIn(() => ({ installation, browser }));
  workLists(() => ({ installation, browser }));
  tickets(() => ({ installation, browser }));
  live(() => ({ installation, browser }));
});
