import { Label, ProgressBar } from 'react-aria-components';

/** How far something has come; `share` 0-1, null when nobody knows. */
export function Progress({ share, label }: { share: number | null; label: string }) {
  return (
    <ProgressBar className="card" value={100 * (share ?? 0)} isIndeterminate={share === null}>
      <Label>{label}</Label>
      <div className="progress">
        <span style={{ inlineSize: `${100 * (share ?? 0.15)}%` }} />
      </div>
    </ProgressBar>
  );
}
