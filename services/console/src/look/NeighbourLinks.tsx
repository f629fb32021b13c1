import { Link } from 'react-router';

interface NeighbourLinksProps {
  /** What they are together. */
  readonly label: string;
  readonly places: readonly { readonly to: string; readonly name: string }[];
  /** Address of the one that is shown. */
  readonly here: string;
}

/** Pages beside each other, each with an address of its own: all of them in sight, on as many lines as they need. */
export function NeighbourLinks({ label, places, here }: NeighbourLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="neighbours">
        {places.map(({ to, name }) => (
          <li key={to}>
            <Link to={to} {...(to === here ? { 'aria-current': 'page' } : {})}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
