import { Navigate } from 'react-router';
import { useUser } from '../session/session.tsx';
import { firstListFor } from './work-lists.ts';

/** Where whoever names no page begins. In one step: a second one, once the page has come, would take the place of wherever they have gone meanwhile. */
export function FirstList() {
  return <Navigate to={`/work/${firstListFor(useUser())}`} replace />;
}
