/** A file that cannot be read as a whole. The message is a sentence for the person who sent it. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError';
}
