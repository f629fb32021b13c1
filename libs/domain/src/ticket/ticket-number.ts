const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * What a caller reads out on the phone: the day of registration and eight symbols of the ticket's id with a check symbol
 * (ISO 7064 hybrid system, MOD 33,32, over Crockford's alphabet): `20261124-7K3QX2MB-R`.
 *
 * @param day local date of registration, `YYYY-MM-DD`
 * @param id a ticket's id: its last eight characters are Crockford base 32
 */
export function ticketNumber(day: string, id: string): string {
  const code = id.slice(-8).toUpperCase();
  return `${day.replaceAll('-', '')}-${code}-${checkSymbol(code)}`;
}

/** True where the check symbol fits; lower case and missing dashes are a caller's liberty. */
export function isTicketNumber(text: string): boolean {
  const plain = plainNumber(text);
  return /^\d{8}[0-9A-Z]{9}$/.test(plain) && checkSymbol(plain.slice(8, 16)) === plain[16];
}

/** The number as it is stored: `20261124-7K3QX2MB-R`. */
export function writtenNumber(text: string): string {
  const plain = plainNumber(text);
  return `${plain.slice(0, 8)}-${plain.slice(8, 16)}-${plain.slice(16)}`;
}

function plainNumber(text: string): string {
  return text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

function checkSymbol(code: string): string {
  let product = 32;
  for (const symbol of code) {
    let sum = (product + symbols.indexOf(symbol)) % 32;
    if (sum === 0) sum = 32;
    product = (sum * 2) % 33;
  }
  return symbols[(33 - product) % 32] as string;
}
