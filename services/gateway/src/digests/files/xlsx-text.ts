/**
 * What a spreadsheet could take for a formula, also after it was saved as CSV (OWASP, "CSV Injection"): it begins with `=`, `+`, `-`, `@`, a tab
 * or a line break. An apostrophe before it makes it a text everywhere.
 */
export function guardedText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
