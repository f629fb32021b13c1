import { html, type Html } from './html.js';
import { localTime } from './own-matter.js';
import { sayIn, type PortalLanguage, type PortalWord } from './portal-words.js';

/** Something that anybody may read; a text that was erased is no text. */
export interface PublishedItem {
  readonly title: unknown;
  readonly text: unknown;
  readonly publishedAt: string;
}

interface Around {
  readonly language: PortalLanguage;
  readonly timeZone: string;
  /** Said where there is none. */
  readonly nothing: PortalWord;
  /** Address of the page of older ones. */
  readonly older: string | null;
}

/** What was published, one below the other, the newest first. */
export function publishedItems(items: readonly PublishedItem[], { language, timeZone, nothing, older }: Around): Html {
  const say = sayIn(language);
  const text = (one: unknown) => (typeof one === 'string' ? one : say('erased'));
  return html`${items.length === 0 && html`<p class="box">${say(nothing)}</p>`}
  ${items.map(
    (item) =>
      html`<section>
        <h2>${text(item.title)}</h2>
        <p class="words">${text(item.text)}</p>
        <time datetime="${item.publishedAt}">${localTime(item.publishedAt, timeZone)}</time>
      </section>`,
  )}
  ${older !== null && html`<p><a href="${older}&lang=${language}">${say('older')}</a></p>`}`;
}
