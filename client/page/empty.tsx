import type { ReactNode } from 'react';

/** Nothing to show: why, and a way out. */
export function Empty({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className="empty" role="status">
      <strong>{title}</strong>
      <p>{hint}</p>
      {children}
    </div>
  );
}
