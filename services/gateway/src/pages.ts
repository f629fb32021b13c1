import { createHash } from 'node:crypto';

const style =
  ':root{color-scheme:light dark}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}' +
  'input,button{font:inherit;padding:.4rem .6rem}label{display:block;margin:1rem 0}';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
  `<style>${style}</style><main><h1>${title}</h1>${body}</main></html>`;

/** The one inline style that these pages have, by its hash; scripts are files. */
const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
export const plainPagePolicy = `default-src 'none'; style-src ${styleHash}; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** Where the console was not built: the doors that there are. */
export const consoleMissingPage = page(
  'Ledgerline',
  '<p>服务正在运行，但控制台尚未构建。The server is running; its console was not built (<code>npm run build</code>).</p>' +
    '<ul><li><a href="/docs">API</a></li><li><a href="/health/ready">Health</a></li></ul>',
);

/** The one-time page on which the first account gets its password; the key is in the link's fragment and never logged. */
export const setUpPage = page(
  'Ledgerline',
  '<form><p>设置首个账号 <b>admin</b> 的密码。<br>Set the password of the first account, <b>admin</b>.</p>' +
    '<label>密码（至少 8 个字符） · Password, 8 characters or more<br><input type="password" autocomplete="new-password" minlength="8" maxlength="1000" required autofocus></label>' +
    '<button>设置密码 · Set password</button><p role="status"></p></form><script src="/setup/page.js"></script>',
);

export const setUpScript = `const form = document.forms[0];
const say = (text) => { document.querySelector('[role=status]').textContent = text; };
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = JSON.stringify({ key: location.hash.slice(1), password: document.querySelector('input').value });
  try {
    const answer = await fetch('/api/v1/setup', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (answer.ok) { say('完成。Done.'); location.assign('/'); return; }
    say('被拒绝 Refused: ' + (await answer.json()).code);
  } catch {
    say('无法连接服务器 The server cannot be reached');
  }
});
`;
