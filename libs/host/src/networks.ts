import { BlockList, isIP } from 'node:net';

/** Networks (`10.1.0.0/16`) and single addresses, as they stand in a setting. */
export function networks(list: readonly string[]): BlockList {
  const found = new BlockList();
  for (const one of list) {
    const [address = '', prefix] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) found.addAddress(address, family);
    else found.addSubnet(address, Number(prefix), family);
  }
  return found;
}

export function isIn(address: string, allowed: BlockList): boolean {
  return allowed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
