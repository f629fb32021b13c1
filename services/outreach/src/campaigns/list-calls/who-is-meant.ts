import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { callerOfTicket, customerOfContact } from '../../whom-one-means.js';

/** One of a list: a customer by id, the caller of a ticket, or who a table names by a number. */
export type Row = { readonly line: number; readonly note?: string } & (
  | { readonly customer: string }
  | { readonly ticket: string }
  | { readonly contact: { readonly phone: string; readonly name?: string } }
);

interface OfRow {
  readonly line: number;
  readonly note?: string;
}
/** Whom a row means, or why nobody. */
export type Meant = OfRow & (Found | { readonly code: string });
interface Found {
  readonly customer: string;
  readonly ticket?: string;
}

export async function whoIsMeant(row: Row, request: CommandRequest, ledgerline: Ledgerline): Promise<Meant> {
  const { line, note } = row;
  const ofRow: OfRow = { line, ...(note === undefined ? {} : { note }) };
  const found = await foundBy(row, request, ledgerline);
  return 'rejection' in found ? { ...ofRow, code: found.rejection } : { ...ofRow, ...found };
}

async function foundBy(row: Row, request: CommandRequest, ledgerline: Ledgerline): Promise<Found | Rejection> {
  if ('customer' in row) return { customer: row.customer };
  if ('ticket' in row) return callerOfTicket(row.ticket, request, ledgerline);
  const customer = await customerOfContact(row.contact, request, ledgerline);
  return customer === undefined ? rejected('no-phone') : { customer };
}
