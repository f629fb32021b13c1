import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { applyDecorators } from './apply-decorators.js';

type BodyClass = new () => object;

const itemsOf = Symbol('items of a nested list');

/** A list of bodies of a class, each with the bounds of that class. */
export const ListOf = (items: BodyClass, most: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(() => items),
    Reflect.metadata(itemsOf, items) as PropertyDecorator,
  );

/** The class of a nested body: of each item where it is a list. */
export function nestedClass(type: BodyClass, property: string): { readonly inner: BodyClass; readonly isList: boolean } {
  const items = Reflect.getMetadata(itemsOf, type.prototype, property) as BodyClass | undefined;
  if (items !== undefined) return { inner: items, isList: true };
  return { inner: Reflect.getMetadata('design:type', type.prototype, property) as BodyClass, isList: false };
}
