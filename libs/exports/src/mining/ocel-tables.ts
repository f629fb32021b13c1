import {
  ocelObjectTypes,
  type ExportStamp,
  type OcelEvent,
  type OcelObject,
  type OcelRelation,
  type OcelValue,
} from '@ledgerline/domain';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** OCEL 2.0 has it that what an object was from the beginning stands at this time, without a changed field. */
const beginning = '1970-01-01 00:00:00.000';

const schema = `
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT, FOREIGN KEY (ocel_type) REFERENCES event_map_type (ocel_type));
CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT, FOREIGN KEY (ocel_type) REFERENCES object_map_type (ocel_type));
CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT,
  PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier),
  FOREIGN KEY (ocel_event_id) REFERENCES event (ocel_id), FOREIGN KEY (ocel_object_id) REFERENCES object (ocel_id));
CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT,
  PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier),
  FOREIGN KEY (ocel_source_id) REFERENCES object (ocel_id), FOREIGN KEY (ocel_target_id) REFERENCES object (ocel_id));
CREATE TABLE ledgerline (exportedBy TEXT, exportedAt TEXT, site TEXT, position TEXT);
`;

interface TypeTable {
  readonly name: string;
  readonly columns: Set<string>;
}

/**
 * The relational form of OCEL 2.0: events, objects and their relations, and a table a type with its attributes. Tables of event types
 * and their columns come as events bring them: which there are is not known before. What made the file stands in the table `ledgerline`.
 */
export class OcelTables {
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly types = new Map<string, TypeTable>();
  private readonly names = new Set<string>();

  /** @param file that is not there yet; it is whole once `close` has come back, and may be thrown away before */
  constructor(file: string, { exportedBy, exportedAt, site, position }: ExportStamp) {
    this.database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    this.database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
    this.database.exec(schema);
    this.run('INSERT INTO ledgerline VALUES (?, ?, ?, ?)', exportedBy, exportedAt, site, position);
    for (const [type, attributes] of Object.entries(ocelObjectTypes)) {
      const { name } = this.typeTable('object', type, 'ocel_time TIMESTAMP, ocel_changed_field TEXT');
      for (const attribute of attributes) this.database.exec(`ALTER TABLE ${name} ADD COLUMN ${quoted(attribute)} TEXT`);
    }
  }

  event({ id, type, time, attributes, relationships }: OcelEvent): void {
    const { name, columns } = this.types.get(`event ${type}`) ?? this.typeTable('event', type, 'ocel_time TIMESTAMP');
    for (const attribute of attributes) {
      if (columns.has(attribute.name)) continue;
      this.database.exec(`ALTER TABLE ${name} ADD COLUMN ${quoted(attribute.name)} TEXT`);
      columns.add(attribute.name);
    }
    this.run('INSERT INTO event VALUES (?, ?)', id, type);
    this.insert(name, [['ocel_id', id], ['ocel_time', timestamp(time)], ...attributes.map((one) => [one.name, one.value] as const)]); // prettier-ignore
    this.relate('event_object', id, relationships);
  }

  /** Its first values stand as those of its beginning, each later one as a change of one field. */
  object({ id, type, attributes, relationships }: OcelObject): void {
    const { name } = this.types.get(`object ${type}`) as TypeTable;
    this.run('INSERT INTO object VALUES (?, ?)', id, type);
    const { initial, changes } = fromTheBeginning(attributes);
    this.insert(name, [['ocel_id', id], ['ocel_time', beginning], ...initial.map((one) => [one.name, one.value] as const)]);
    for (const { name: field, value, time } of changes)
      this.insert(name, [['ocel_id', id], ['ocel_time', timestamp(time)], ['ocel_changed_field', field], [field, value]]); // prettier-ignore
    this.relate('object_object', id, relationships);
  }

  close(): void {
    this.database.exec('COMMIT');
    this.database.close();
  }

  /** Lets go of the file as it is. */
  giveUp(): void {
    if (this.database.isOpen) this.database.close();
  }

  private relate(table: 'event_object' | 'object_object', from: string, relations: readonly OcelRelation[]): void {
    // The same relation under the same qualifier said twice is one.
    for (const { objectId, qualifier } of relations)
      this.run(`INSERT OR IGNORE INTO ${table} VALUES (?, ?, ?)`, from, objectId, qualifier);
  }

  private insert(table: string, values: readonly (readonly [string, string])[]): void {
    const columns = values.map(([name]) => quoted(name)).join(', ');
    const places = values.map(() => '?').join(', ');
    this.run(`INSERT INTO ${table} (${columns}) VALUES (${places})`, ...values.map(([, value]) => value));
  }

  private run(sql: string, ...values: readonly string[]): void {
    const statement = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, statement);
    statement.run(...values);
  }

  private typeTable(of: 'event' | 'object', type: string, columns: string): TypeTable {
    const map = this.mapOf(of, type);
    const table = { name: quoted(`${of}_${map}`), columns: new Set<string>() };
    const key = of === 'event' ? ', PRIMARY KEY (ocel_id)' : '';
    this.database.exec(
      `CREATE TABLE ${table.name} (ocel_id TEXT, ${columns}${key}, FOREIGN KEY (ocel_id) REFERENCES ${of} (ocel_id))`,
    );
    this.run(`INSERT INTO ${of}_map_type VALUES (?, ?)`, type, map);
    this.types.set(`${of} ${type}`, table);
    return table;
  }

  /** A type's name as a part of a table's: letters and digits alone. Names of tables do not tell capitals from small letters. */
  private mapOf(of: string, type: string): string {
    const plain = type.replaceAll(/[^\p{L}\p{N}]/gu, '') || 'type';
    for (let n = 1; ; n += 1) {
      const map = n === 1 ? plain : `${plain}${n}`;
      const key = `${of} ${map.toLowerCase()}`;
      if (this.names.has(key)) continue;
      this.names.add(key);
      return map;
    }
  }
}

/** What was known at the first moment, and what changed from then on, in its order; one moment may have both of one field. */
function fromTheBeginning(values: readonly OcelValue[]) {
  const [initial, changes] = [[], []] as [OcelValue[], OcelValue[]];
  for (const value of values) {
    const isFirst = value.time === values[0]?.time && !initial.some(({ name }) => name === value.name);
    (isFirst ? initial : changes).push(value);
  }
  return { initial, changes };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** SQLite has no type for times: text in UTC, as the published example has it. */
function timestamp(time: string): string {
  const [seconds = '', part = '000'] = time.replace('T', ' ').replace('Z', '').split('.');
  return `${seconds}.${part}`;
}
