import { ocelObjectTypes, type OcelCourse, type OcelObject, type OcelObjectType } from '@ledgerline/domain';

/** Objects that have no stream of their own in the export: they are there once something names them. As many as the organisation and its customers. */
const namedOnly: readonly string[] = ['department', 'handler', 'customer'] satisfies readonly OcelObjectType[];

/** What the head of an OCEL log says of its types, and the objects that are only named: known when all of it has passed. */
export class OcelTypes {
  private readonly attributes = new Map<string, Set<string>>();
  private readonly names = new Set<string>();

  note({ events, objects }: OcelCourse): void {
    for (const { type, attributes, relationships } of events) {
      const names = this.attributes.get(type) ?? new Set();
      this.attributes.set(type, names);
      for (const { name } of attributes) names.add(name);
      for (const { objectId } of relationships) this.name(objectId);
    }
    for (const { relationships } of objects) for (const { objectId } of relationships) this.name(objectId);
  }

  private name(objectId: string): void {
    if (namedOnly.includes(typeOf(objectId))) this.names.add(objectId);
  }

  named(): readonly OcelObject[] {
    return [...this.names].sort().map((id) => ({ id, type: typeOf(id) as OcelObjectType, attributes: [], relationships: [] }));
  }

  ofEvents(): readonly object[] {
    return [...this.attributes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, attributes]) => ({ name, attributes: described([...attributes].sort()) }));
  }

  ofObjects(): readonly object[] {
    return Object.entries(ocelObjectTypes).map(([name, attributes]) => ({ name, attributes: described(attributes) }));
  }
}

function described(names: readonly string[]): readonly object[] {
  return names.map((name) => ({ name, type: 'string' }));
}

function typeOf(objectId: string): string {
  return objectId.slice(0, objectId.indexOf('/'));
}
