/** Figures that are parts of one. */
const shares = ['attainment', 'satisfiedShare'];

/** A number of a digest; nothing was there to make it of: a dash. */
export function FigureText({ name, figure }: { readonly name: string; readonly figure: number | null | undefined }) {
  const text = shares.includes(name) && typeof figure === 'number' ? `${(figure * 100).toFixed(1)} %` : (figure ?? '–');
  return <span className="figure">{text}</span>;
}
