import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { startEmbedded, type Installation } from '@ledgerline/installation';
import { ConsoleBrowser } from './console-browser.ts';
import { customers } from './customers.ts';
import { desk } from './desk.ts';
import { figuresLead } from './figures-lead.ts';
import { foundCompany } from './found-company.ts';
import { furnish } from './furnish.ts';
import { governing } from './governing.ts';
import { improving } from './improving.ts';
import { live } from './live.ts';
import { outbound } from './outbound.ts';
import { everyPage } from './pages.ts';
import { portal } from './portal.ts';
import { registering } from './registering.ts';
import { signingIn } from './signing-in.ts';
import { substituting } from './substituting.ts';
import { tickets } from './tickets.ts';
import { watching } from './watching.ts';
import { workLists } from './work-lists.ts';

jest.setTimeout(240_000);

describe('the console in a real Chromium', () => {
  let installation: Installation;
  let browser: ConsoleBrowser;
  beforeAll(async () => {
    // A provider that nobody can reach: the button is there, and what becomes of it is said. Who has several tickets is erased by two.
    const settings = {
      LEDGERLINE_OIDC_ISSUER: 'http://127.0.0.1:9',
      LEDGERLINE_OIDC_CLIENT_ID: 'x',
      LEDGERLINE_OIDC_NAME: '公司账号',
      LEDGERLINE_ERASURE_CONFIRMED: 'beyond-one-ticket',
    };
    installation = await startEmbedded({ env: settings });
    await foundCompany(installation);
    browser = await ConsoleBrowser.start(() => installation.url);
  });
  afterAll(async () => {
    await browser.stop();
    await installation.stop();
  });
  signingIn(() => ({ installation, browser }));
  substituting(() => ({ installation, browser }));
  workLists(() => ({ installation, browser }));
  tickets(() => ({ installation, browser }));
  registering(() => ({ installation, browser }));
  live(() => ({ installation, browser }));
  portal(() => ({ installation, browser }));
  desk(() => ({ installation, browser }));
  governing(() => ({ installation, browser }));
  figuresLead(() => ({ installation, browser }));
  watching(() => ({ installation, browser }));
  customers(() => ({ installation, browser }));
  improving(() => ({ installation, browser }));
  outbound(() => ({ installation, browser }));
  describe('every page, with something of everything', () => {
    beforeAll(() => furnish(installation));
    everyPage(() => ({ installation, browser }));
  });
});
