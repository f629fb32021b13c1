/** Id of the command by which a contact opens its ticket, whoever sends it. */
export function openingOf(contact: string): string {
  return `${contact}~register`;
}
