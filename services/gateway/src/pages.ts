const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
  '<style>body{font:16px/1.5 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem}input,button{font:inherit;padding:.4rem}label{display:block;margin:1rem 0}</style>' +
  `<h1>${title}</h1>${body}</html>`;

/** Until the console is there: where the doors are. */
export const frontPage = page(
  'Ledgerline',
  '<p>The server is running. 服务正在运行。</p><ul><li><a href="/docs">The API, to try</a></li><li><a href="/api/v1/openapi.json">OpenAPI document</a></li><li><a href="/health/ready">Health</a></li></ul>' +
    '<p>The console is not there yet; sign in with <code>POST /api/v1/session</code>.</p>',
);

/** The one-time page on which the first account gets its password; the key is in the link's fragment and never logged. */
export const setUpPage = page(
  'Set up Ledgerline',
  '<form><label>Password of the account <b>admin</b> (8 characters or more)<br><input type="password" minlength="8" maxlength="1000" required autofocus></label>' +
    '<button>Set password</button><p role="status"></p></form><script>document.forms[0].onsubmit=async(e)=>{e.preventDefault();' +
    "const r=await fetch('/api/v1/setup',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({key:location.hash.slice(1),password:document.querySelector('input').value})});" +
    "document.querySelector('[role=status]').textContent=r.ok?'Done. Sign in as admin.':'Refused: '+(await r.json()).code}</script>",
);
