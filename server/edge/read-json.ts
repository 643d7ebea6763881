import express, { type RequestHandler } from 'express';

/**
 * Reads a JSON body of at most `limit`. A text with the character NUL is no JSON here: no database can hold it, and the embedded one
 * loses its connection over it.
 */
export const readJson = (limit: string): RequestHandler => express.json({ limit, reviver: refuseNul });

function refuseNul(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && value.includes('\0')) throw new SyntaxError('a text holds the character NUL');
  return value;
}
