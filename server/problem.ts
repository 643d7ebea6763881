/** A failure the caller can do something about, with the sentence to tell them. Anything else is a bug and answers 500. */
export class Problem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
