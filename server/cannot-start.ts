/** A start that somebody can set right: the message is all that they need. */
export class CannotStart extends Error {}
