import { useNow } from '../look/times.tsx';

/** How long ago, as a stop watch shows it: `0:07`, `1:02:09`. */
export function Elapsed({ since, soon, late }: { readonly since: string; readonly soon?: number; readonly late?: number }) {
  const seconds = Math.max(0, Math.floor((useNow() - Date.parse(since)) / 1_000));
  const isLate = late !== undefined && seconds > late;
  const isSoon = soon !== undefined && seconds > soon;
  return (
    <time className={`figure${isLate ? ' late' : isSoon ? ' soon' : ''}`} dateTime={since}>
      {stopwatch(seconds)}
    </time>
  );
}

function stopwatch(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
