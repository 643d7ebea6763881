let stated = '';

/** What was stated last on this page, offered again: the next record is mostly looked at for the same reason. Gone with the page. */
export const lastPurpose = (): string => stated;

export function rememberPurpose(purpose: string): void {
  stated = purpose;
}
