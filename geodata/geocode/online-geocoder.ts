import type { Position } from '../model/place.ts';

/** Asks somebody else's service where an address lies, in WGS84; null when it knows none. Every address that is asked leaves the house. */
export type OnlineGeocoder = (address: string) => Promise<Position | null>;
