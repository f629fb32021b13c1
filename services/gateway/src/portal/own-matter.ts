import { html, type Html } from './html.js';
import { sayIn, stateInWords, type PortalLanguage, type PortalWord } from './portal-words.js';

type Text = string | { readonly erased: true };
interface Said {
  readonly at: string;
  readonly text: Text;
}

/** A ticket as its caller sees it (`callerView` of the domain), as it comes over the bus. */
export interface OwnMatter {
  readonly id: string;
  readonly number: string;
  readonly subject: Text;
  readonly description: Text;
  readonly status: string;
  readonly registeredAt: string;
  readonly steps: readonly { readonly at: string; readonly step: string }[];
  readonly notices: readonly Said[];
  readonly messages: readonly Said[];
  readonly questions: readonly (Said & { readonly answeredAt?: string })[];
  readonly replies: readonly Said[];
  readonly mayWithdraw: boolean;
  readonly survey: 'none' | 'open' | 'answered';
}

interface Around {
  readonly language: PortalLanguage;
  readonly timeZone: string;
  /** Proves that the form came from our page. */
  readonly proof: string;
  readonly message?: string;
}

/** The caller's own matter: where it stands, what was said, and what the caller can say to it. */
export function ownMatterPage(matter: OwnMatter, around: Around): Html {
  const { language, timeZone, message } = around;
  const say = sayIn(language);
  const time = (at: string) => html`<time datetime="${at}">${localTime(at, timeZone)}</time>`;
  const text = (one: Text) => (typeof one === 'string' ? one : say('erased'));
  const said = (title: PortalWord, list: readonly Said[]) =>
    list.length > 0 &&
    html`<section>
      <h2>${say(title)}</h2>
      <ul>
        ${list.map((one) => html`<li><span class="words">${text(one.text)}</span> ${time(one.at)}</li>`)}
      </ul>
    </section>`;
  const open = matter.questions.filter(({ answeredAt }) => answeredAt === undefined);
  return html`${message !== undefined && html`<div class="alert" role="alert" tabindex="-1">${message}</div>`}
    <section>
      <dl>
        <dt>${say('number')}</dt>
        <dd class="code">${matter.number}</dd>
        <dt>${say('status')}</dt>
        <dd><strong>${stateInWords(matter.status, language)}</strong></dd>
        <dt>${say('registeredAt')}</dt>
        <dd>${time(matter.registeredAt)}</dd>
        <dt>${say('description')}</dt>
        <dd class="words">${text(matter.description)}</dd>
      </dl>
    </section>
    ${
      open.length > 0 &&
      html`<section>
        <h2>${say('questions')}</h2>
        <ul>
          ${open.map((one) => html`<li class="words">${text(one.text)}</li>`)}
        </ul>
        ${form(around, 'receive-information', html`<label for="answer">${say('answer')}</label><textarea id="answer" name="text" required maxlength="20000"></textarea>`)}
      </section>`
    }
    ${matter.survey === 'open' && surveyForm(around)}
    ${matter.survey === 'answered' && html`<p class="box">${say('surveyDone')}</p>`} ${said('replies', matter.replies)}
    ${said('notices', matter.notices)}
    <section>
      <h2>${say('steps')}</h2>
      <ol>
        ${matter.steps.map(({ at, step }) => html`<li>${stateInWords(step, language)} ${time(at)}</li>`)}
      </ol>
    </section>
    ${said('messages', matter.messages)}
    ${
      matter.mayWithdraw &&
      html`<section>
          <h2>${say('addMessage')}</h2>
          ${form(around, 'add-message', html`<label for="message">${say('addMessage')}</label><textarea id="message" name="text" required maxlength="20000"></textarea>`)}
        </section>
        <section>
          <h2>${say('withdraw')}</h2>
          ${form(around, 'withdraw', html`<label for="reason">${say('withdrawReason')}</label><input id="reason" name="reason" required maxlength="2000" />`)}
        </section>`
    }
    ${form(around, 'leave', html``, 'leave')}`;
}

function surveyForm(around: Around): Html {
  const say = sayIn(around.language);
  const scale = (name: 'outcome' | 'service' | 'timeliness') =>
    html`<fieldset class="inline">
      <legend>${say(name)}</legend>
      ${[5, 4, 3, 2, 1].map((mark) => {
        const label = mark === 5 ? say('satisfied') : mark === 1 ? say('dissatisfied') : String(mark);
        return html`<label><input type="radio" name="${name}" value="${mark}" required />${label}</label>`;
      })}
    </fieldset>`;
  const comment = html`<label for="comment">${say('comment')} <span class="hint">（${say('optional')}）</span></label
    ><textarea id="comment" name="comment" maxlength="2000"></textarea>`;
  return html`<section>
    <h2>${say('survey')}</h2>
    ${form(around, 'record-survey', html`${scale('outcome')}${scale('service')}${scale('timeliness')}${comment}`)}
  </section>`;
}

function form({ language, proof }: Around, command: string, fields: Html, word: PortalWord = 'send'): Html {
  return html`<form method="post" action="/public/ticket/${command}">
    <input type="hidden" name="proof" value="${proof}" /><input type="hidden" name="lang" value="${language}" />${fields}
    <button ${command === 'leave' ? html`class="plain"` : ''}>${sayIn(language)(word)}</button>
  </form>`;
}

export function followForm(
  language: PortalLanguage,
  entered: Readonly<Record<string, string | undefined>>,
  fault?: PortalWord,
): Html {
  const say = sayIn(language);
  return html`${fault !== undefined && html`<div class="alert" role="alert" tabindex="-1" id="follow-fault">${say(fault)}</div>`}
    <form method="post" action="/public/ticket">
      <input type="hidden" name="lang" value="${language}" /><label for="number">${say('number')}</label>
      <input id="number" name="number" required maxlength="40" autocomplete="off" value="${entered['number'] ?? ''}" />
      <label for="secret">${say('secret')}</label>
      <input id="secret" name="secret" required maxlength="64" autocomplete="off" value="" />
      <button>${say('follow')}</button>
    </form>`;
}

/** In the site's own time zone, to the minute. */
export function localTime(at: string, timeZone: string): string {
  const parts = {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return new Intl.DateTimeFormat('sv-SE', parts).format(new Date(at));
}
