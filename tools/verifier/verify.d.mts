/** Types of verify.mjs for the test that holds it to the product; the program itself needs none. */
export class Misfit extends Error {
  readonly fault: string;
}
export interface NamedKey {
  readonly name: string;
  readonly id: string;
  readonly text: string;
}
export function verifyExport(
  lines: Iterable<string> | AsyncIterable<string>,
  named?: readonly NamedKey[],
  keptNotes?: readonly string[],
): Promise<string>;
export function verifyProof(proof: unknown, named?: readonly NamedKey[]): string;
