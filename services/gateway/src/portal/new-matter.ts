import { parseBody, RegisterTicket } from '@ledgerline/contracts';
import type { Entered, FormLimits } from './form-with-files.js';
import { html, type Html } from './html.js';
import type { Challenge } from './portal-proof.js';
import { inWords, kindsInWords, sayIn, type PortalLanguage, type PortalWord } from './portal-words.js';

export type Faults = ReadonlyMap<string, PortalWord>;

export interface NamedItem {
  readonly code: string;
  readonly zh?: string;
  readonly en?: string;
}

interface FormParts {
  readonly language: PortalLanguage;
  readonly entered: Entered;
  readonly faults: Faults;
  readonly items: readonly NamedItem[];
  readonly challenge: Challenge;
  readonly files: FormLimits;
  readonly message?: PortalWord;
}

/** What was entered as the body of a registration, or what is wrong with it, field by field. Urgent it can't be: people decide that. */
export function readMatter(entered: Entered): { readonly body: RegisterTicket } | { readonly faults: Faults } {
  const faults = new Map<string, PortalWord>();
  const text = (name: string) => entered[name]?.trim() || undefined;
  for (const name of ['subject', 'description']) if (text(name) === undefined) faults.set(name, 'required');
  for (const name of ['kind', 'item']) if (text(name) === undefined) faults.set(name, 'choose');
  const anonymous = entered['anonymous'] !== undefined;
  if (!anonymous && text('phone') === undefined && text('email') === undefined) faults.set('phone', 'contactMissing');
  const named = { name: text('name'), phone: text('phone'), email: text('email') };
  const caller = anonymous ? { anonymous } : Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  const { kind, item, subject, description } = {
    kind: text('kind'),
    item: text('item'),
    subject: text('subject'),
    description: text('description'),
  };
  const parsed = parseBody(RegisterTicket, { channel: 'web', level: 'general', kind, item, subject, description, caller });
  if ('faults' in parsed)
    for (const { pointer, detail } of parsed.faults) {
      const name = pointer.split('/').at(-1) ?? '';
      if (!faults.has(name)) faults.set(name, name === 'email' ? 'notAnEmail' : /shorter/.test(detail) ? 'tooLong' : 'required');
    }
  return faults.size > 0 || 'faults' in parsed ? { faults } : { body: parsed.body };
}

/** The form, with what was entered before and each fault at its field. */
export function newMatterForm({ language, entered, faults, items, challenge, files, message }: FormParts): Html {
  const say = sayIn(language);
  const field = (name: PortalWord & string, control: Html, hint?: string) =>
    html`<label for="${name}"> ${say(name)} ${hint !== undefined && html`<span class="hint">（${hint}）</span>`}</label>
      ${faultAt(faults, name, language)} ${control}`;
  const about = (name: string) => (faults.has(name) ? html`aria-invalid="true" aria-describedby="${name}-fault"` : html``);
  const input = (name: string, type: string, most: number, complete: string) =>
    html`<input
      id="${name}"
      name="${name}"
      type="${type}"
      maxlength="${most}"
      autocomplete="${complete}"
      value="${entered[name] ?? ''}"
      ${about(name)}
    />`;
  const options = (name: string, values: readonly (readonly [string, string])[]) =>
    html`<select id="${name}" name="${name}" required ${about(name)}>
      <option value="">${say('choose')}</option>
      ${values.map(([value, label]) => html`<option value="${value}" ${entered[name] === value ? html`selected` : ''}>${label}</option>`)}
    </select>`;
  const nameOf = ({ code, zh, en }: NamedItem) => (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? code;
  return html`${summaryOf(faults, language, message)}
    <form method="post" action="/public/new" enctype="multipart/form-data" data-challenge="${challenge.token}">
      <input type="hidden" name="lang" value="${language}" /><input type="hidden" name="challenge" value="${challenge.token}" />
      <input type="hidden" name="work" value="" />
      ${field(
        'kind',
        options(
          'kind',
          Object.keys(kindsInWords).map((kind) => [kind, inWords(kindsInWords, kind, language)] as const),
        ),
      )}
      ${field(
        'item',
        options(
          'item',
          items.map((item) => [item.code, nameOf(item)] as const),
        ),
      )}
      ${field('subject', html`<input id="subject" name="subject" required maxlength="200" value="${entered['subject'] ?? ''}" ${about('subject')} />`)}
      ${field('description', html`<textarea id="description" name="description" required maxlength="20000" ${about('description')}>${entered['description'] ?? ''}</textarea>`)}
      <p class="hint">${say('contactHint')}</p>
      ${field('name', input('name', 'text', 200, 'name'), say('optional'))} ${field('phone', input('phone', 'tel', 40, 'tel'))}
      ${field('email', input('email', 'email', 254, 'email'))}
      <label
        ><input
          type="checkbox"
          name="anonymous"
          value="yes"
          ${entered['anonymous'] ? html`checked` : ''}
        />${say('anonymous')}</label
      >
      <div id="sum-question">
        <label for="sum">${say('sum', { a: challenge.a, b: challenge.b })}</label>
        ${faultAt(faults, 'sum', language)}
        <span class="hint" id="sum-hint">${say('sumHint')}</span>
        <input id="sum" name="sum" inputmode="numeric" maxlength="4" autocomplete="off" aria-describedby="sum-hint" />
      </div>
      ${field(
        'attachments',
        html`<span class="hint" id="files-hint"
            >${say('filesHint', { n: files.files, mb: Math.floor(files.bytes / 1_048_576) })}</span
          >
          <input
            id="attachments"
            name="attachments"
            type="file"
            multiple
            ${faults.has('attachments') ? about('attachments') : html`aria-describedby="files-hint"`}
          />`,
        say('optional'),
      )}
      <button>${say('send')}</button>
    </form>`;
}

function faultAt(faults: Faults, name: string, language: PortalLanguage): Html {
  const fault = faults.get(name);
  return fault === undefined ? html`` : html`<span class="fault" id="${name}-fault">${sayIn(language)(fault)}</span>`;
}

/** All faults on top, each with the way to its field (WCAG 3.3.1). */
function summaryOf(faults: Faults, language: PortalLanguage, message: PortalWord | undefined): Html {
  const say = sayIn(language);
  if (message !== undefined) return html`<div class="alert" role="alert" tabindex="-1">${say(message)}</div>`;
  if (faults.size === 0) return html``;
  return html`<div class="alert" role="alert" tabindex="-1">
    <strong>${say('faults')}</strong>
    <ul>
      ${[...faults].map(([name, fault]) => html`<li><a href="#${name}">${say(name in { sum: 1 } ? 'sumHint' : (name as PortalWord))}：${say(fault)}</a></li>`)}
    </ul>
  </div>`;
}
