import type { MinedObjects } from './export-ocel.js';
import { ocelCourses, type OcelExport } from './ocel-courses.js';
import { OcelTables } from './ocel-tables.js';
import { OcelTypes } from './ocel-types.js';

/** OCEL 2.0 as an SQLite database: what `exportOcel` tells, in tables. @param file that is not there yet */
export async function exportOcelSqlite(asked: OcelExport, file: string): Promise<MinedObjects> {
  const tables = new OcelTables(file, asked.stamp);
  try {
    const types = new OcelTypes();
    const done = { cases: 0, events: 0, objects: 0 };
    for await (const { courses, position } of ocelCourses(asked)) {
      for (const course of courses) {
        types.note(course);
        for (const event of course.events) tables.event(event);
        for (const object of course.objects) tables.object(object);
        if (course.events.length > 0) done.cases += 1;
        done.events += course.events.length;
        done.objects += course.objects.length;
      }
      asked.onPage?.(position);
    }
    for (const object of types.named()) {
      tables.object(object);
      done.objects += 1;
    }
    tables.close();
    return done;
  } finally {
    tables.giveUp();
  }
}
