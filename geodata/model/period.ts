/** Half-open `[from, until)`, ISO dates. An absent end is open; with both absent, records without a date count too. */
export interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}
