const yuanOf = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Fen as people read money: `8,000.00`. */
export function yuan(fen: number): string {
  return yuanOf.format(fen / 100);
}
