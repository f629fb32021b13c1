import { EnumType, type BaseType, type SubNodeParser } from 'ts-json-schema-generator';
import ts from 'typescript';

/** Words of a list (`(typeof words)[number]`), as the compiler knows them: also where the list is put together of others, which the generator cannot read. */
export class WordsParser implements SubNodeParser {
  constructor(private readonly checker: ts.TypeChecker) {}

  supportsNode(node: ts.Node): boolean {
    return ts.isIndexedAccessTypeNode(node) && this.wordsOf(node) !== undefined;
  }

  createType(node: ts.Node): BaseType {
    return new EnumType(`words-${node.getSourceFile().fileName}-${node.pos}`, [...(this.wordsOf(node) ?? [])]);
  }

  private wordsOf(node: ts.Node): readonly (string | number)[] | undefined {
    const type = this.checker.getTypeAtLocation(node);
    const words = (type.isUnion() ? type.types : [type]).map((one) => (one.isLiteral() ? one.value : undefined));
    return words.every((one) => typeof one === 'string' || typeof one === 'number') ? words : undefined;
  }
}
