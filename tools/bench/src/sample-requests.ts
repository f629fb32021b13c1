import type { Product } from './product.js';

export const aRegistration = {
  channel: 'phone',
  kind: 'complaint',
  level: 'general',
  item: 'fault',
  subject: '冰箱不制冷',
  description: '买了三天的冰箱不制冷，请尽快处理。 The fridge does not cool, the food of a whole family is spoilt.',
  caller: { name: '王丽', phone: '138 0013 8000' },
};

export const aMessage = {
  from: 'caller',
  channel: 'phone',
  text: '来电人再次询问维修时间，希望今天内得到答复。 The caller asks again when somebody will come.',
};

/** Registers so many tickets, sixteen at a time. @returns their ids */
export async function registered(product: Product, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let begun = 0;
  const clerk = async () => {
    while (begun < count) {
      begun += 1;
      const { status, body } = await product.agent.post('/tickets', aRegistration);
      if (status !== 201) throw new Error(`registering: ${status} ${JSON.stringify(body)}`);
      ids.push(String(body['id']));
    }
  };
  await Promise.all(Array.from({ length: 16 }, clerk));
  await product.settled();
  return ids;
}

export function messagesTo(tickets: readonly string[]) {
  return tickets.map((id) => ({ path: `/api/v1/tickets/${id}/add-message`, body: aMessage }));
}

/** The same body to the floor, one row a request. */
export function rowsOf(requests: readonly { readonly path: string; readonly body: unknown }[]) {
  return requests.map(({ body }, place) => ({ path: `/rows/t${place}`, body }));
}
