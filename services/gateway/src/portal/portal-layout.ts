import { html, type Html } from './html.js';
import { sayIn, type PortalLanguage, type PortalWord } from './portal-words.js';

export const portalPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const doors: readonly (readonly [string, PortalWord])[] = [
  ['/public', 'home'],
  ['/public/new', 'submit'],
  ['/public/ticket', 'follow'],
  ['/public/results', 'results'],
  ['/public/news', 'information'],
];

export interface PortalPage {
  readonly language: PortalLanguage;
  readonly path: string;
  readonly heading: string;
  readonly body: Html;
}

/** Every page of the portal: landmarks, one heading, a way past the menu, and no script that it could not do without. */
export function portalLayout({ language, path, heading, body }: PortalPage): string {
  const say = sayIn(language);
  const other = language === 'zh' ? 'en' : 'zh';
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading} · ${say('title')}</title>
        <link rel="stylesheet" href="/public/portal.css" />
      </head>
      <body>
        <a class="skip" href="#content">${say('skip')}</a>
        <header>
          <strong>${say('title')}</strong>
          <nav aria-label="${say('title')}">
            ${doors.map(([to, word]) => html`<a href="${to}?lang=${language}" ${to === path ? html`aria-current="page"` : ''}>${say(word)}</a>`)}
            <a href="${path}?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${say('other')}</a>
          </nav>
        </header>
        <main id="content" tabindex="-1">
          <h1>${heading}</h1>
          ${body}
        </main>
        <script src="/public/portal.js" defer></script>
      </body>
    </html>`.text;
}

export const portalStyle = `:root{color-scheme:light dark;--line:#767676;--paper:#fff;--ground:#f3f5f7;--ink:#1b1f23;--link:#1f5f8b;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--paper:#161b21;--ground:#101418;--ink:#e6e9ec;--link:#7db9e0;--bad:#ff8f86;--line:#8b949e}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
a{color:var(--link)}.skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem}
header{background:var(--paper);border-bottom:1px solid var(--line);padding:.6rem max(1rem,calc(50vw - 22rem));display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;align-items:baseline}
nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem}nav a{padding:.35rem 0}nav a[aria-current]{font-weight:600;text-decoration:none}
main{max-width:44rem;margin:0 auto;padding:1rem;outline:0}h1{font-size:1.5rem;margin:.6rem 0}h2{font-size:1.15rem;margin:1.4rem 0 .4rem}
section,form,.box{background:var(--paper);border-radius:.5rem;padding:1rem;margin:0 0 1rem}section form{padding:0}
label,legend{display:block;font-weight:600;margin-top:.9rem}.hint{font-weight:400;opacity:.85}
input,select,textarea,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.35rem;padding:.5rem .6rem;width:100%;min-height:2.75rem}
input[type=checkbox],input[type=radio]{width:1.4rem;min-height:1.4rem;height:1.4rem;vertical-align:middle;margin-right:.4rem}
textarea{min-height:9rem}fieldset{border:0;padding:0;margin:0}.inline label{display:inline-flex;align-items:center;font-weight:400;margin:.2rem 1rem .2rem 0;min-height:2rem}
button{background:#1f5f8b;color:#fff;border-color:#1f5f8b;width:auto;padding:.5rem 1.6rem;margin-top:1rem;cursor:pointer}button.plain{background:transparent;color:var(--link)}
:focus-visible{outline:3px solid #c77700;outline-offset:2px}.fault{color:var(--bad);font-weight:600;display:block}[aria-invalid=true]{border:2px solid var(--bad)}
.alert{border:2px solid var(--bad);border-radius:.5rem;padding:.6rem 1rem;margin-bottom:1rem;background:var(--paper)}
dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}.code{font:600 1.25rem ui-monospace,Consolas,monospace;letter-spacing:.05em}
ol,ul{padding-left:1.3rem}.words{white-space:pre-wrap;overflow-wrap:anywhere}time{opacity:.85;font-variant-numeric:tabular-nums}`;
