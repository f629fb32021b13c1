export interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}

/** What a browser does for a sign-in, without one: keeps cookies by host and port, follows redirects, sends forms. */
export class PlainBrowser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** One request; where it leads is for `follow`. */
  async ask(address: string | URL, form?: Readonly<Record<string, string>>): Promise<Response> {
    const url = new URL(address);
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html' },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (value === '' || /max-age=0/i.test(text)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Goes where it is sent until it is at a page, or about to go where `stops` says. */
  async follow(
    address: string | URL,
    {
      form,
      stops = () => false,
    }: { readonly form?: Readonly<Record<string, string>>; readonly stops?: (next: URL) => boolean } = {},
  ): Promise<Page> {
    let [url, sent] = [new URL(address), form];
    for (let steps = 0; steps < 20; steps += 1) {
      const response = await this.ask(url, sent);
      const text = await response.text();
      const next = response.headers.get('location');
      if (next === null) return { url, status: response.status, text };
      [url, sent] = [new URL(next, url), undefined];
      if (stops(url)) return { url, status: 0, text: '' };
    }
    throw new Error(`sent round and round: ${url.href}`);
  }

  cookie(host: string, name: string): string | undefined {
    return this.cookies.get(host)?.get(name);
  }

  /** Puts a cookie there, as somebody would who has kept it. */
  keep(host: string, name: string, value: string): void {
    this.cookies.set(host, (this.cookies.get(host) ?? new Map<string, string>()).set(name, value));
  }
}
