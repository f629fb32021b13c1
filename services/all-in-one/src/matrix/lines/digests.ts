import { json } from '../call.js';
import { holds } from '../people.js';
import { get, missing, notAllowed, notSignedIn, status, type Line, type Lines, type Want } from '../probe.js';
import { seenBy } from '../who-sees.js';
import { staff } from './for-whom.js';

interface Told {
  readonly sections: readonly {
    readonly section: string;
    readonly total: { readonly figures: Readonly<Record<string, number>> };
  }[];
}

const month = Temporal.Now.plainDateISO('Asia/Shanghai').toPlainYearMonth().toString();
const ofCentre = `/digests/now?template=executive-report&period=${month}`;
const ofQuality = `/digests/now?template=department-digest&period=${month}&department=quality`;

/** R11: a digest counts what its reader may see one by one, and confidential tickets not even as a number. */
const now: Line = (asker) => {
  if (asker.kind === 'nobody') return [{ ask: get(ofCentre), wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask: get(ofCentre), wants: notAllowed }];
  const counts: Want = (answer) => {
    if (answer.status !== 200) return `${answer.status} ${answer.text.slice(0, 200)}`;
    const { sections } = json(answer) as unknown as Told;
    const counted = sections.find(({ section }) => section === 'volume')?.total.figures['registered'];
    const wanted = seenBy(asker).length;
    return counted === wanted ? undefined : `counts ${counted} in place of ${wanted}`;
  };
  const seesAll = holds(asker, 'agent', 'coordinator', 'inspector', 'leader', 'auditor', 'administrator');
  const isTheirs = seesAll || asker.departments.includes('quality') || asker.departments.includes('*');
  return [
    { ask: get(ofCentre), wants: counts },
    { ask: get(ofQuality), wants: isTheirs ? status(200) : status(403, 'not-your-department') },
  ];
};

/** Making files takes a second each: that it is refused, or not, is asked of a template that is none. */
const nowAsFile = '/digests/now/file?template=none-such';
const oneOf = (path: string) => staff(get(path), status(404, 'digest-not-found'));

export const digests: Lines = {
  'get /digests': staff(get('/digests')),
  'get /digests/now': now,
  'get /digests/now/file': staff(get(nowAsFile), status(404, 'document-not-found')),
  'get /digests/{id}': oneOf(`/digests/${missing.id}`),
  'get /digests/{id}/file': oneOf(`/digests/${missing.id}/file`),
};
