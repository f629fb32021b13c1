import { expect, test } from '@jest/globals';
import { html } from './html.js';

test('what is put into a page is text, whatever it looks like', () => {
  const nasty = '"><script>alert(1)</script>';
  expect(html`<input value="${nasty}" />`.text).toBe('<input value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" />');
  expect(html`${[html`<b>${'&'}</b>`, false, undefined, 7]}`.text).toBe('<b>&amp;</b>7');
});
