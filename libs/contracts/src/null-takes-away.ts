import 'reflect-metadata';

const mark = Symbol('null takes away');

/** An optional member whose null says something: what was there is taken away. Any other null is a member that is not there. */
export const NullTakesAway = (): PropertyDecorator => Reflect.metadata(mark, true) as PropertyDecorator;

export const takesAway = (type: new () => object, property: string): boolean =>
  Reflect.hasMetadata(mark, type.prototype as object, property);
