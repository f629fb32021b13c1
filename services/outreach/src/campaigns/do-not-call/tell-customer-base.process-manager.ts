import type { ListedCallEvents } from '@ledgerline/domain';
import type { ProcessManager } from '@ledgerline/kernel';

/** "Do not call me again", said on one call, holds for all: the customer base is told. */
export const tellCustomerBase: ProcessManager = {
  name: 'tell-customer-base',
  version: 1,
  categories: ['listed-call'],
  events: ['NoFurtherCallsAsked'],
  react: (_call, { data }) => {
    const { customer } = data as ListedCallEvents['NoFurtherCallsAsked'];
    const reason = '外呼时本人要求不再来电 / Asked not to be called again, on an outbound call';
    return [{ step: 'do-not-call', service: 'intake', command: 'set-do-not-call', target: customer, data: { reason } }];
  },
};
