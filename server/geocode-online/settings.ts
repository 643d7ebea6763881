import { z } from 'zod';

/** The settings of an online geocoder as they stand in the environment. */
export const GEOCODER_ENVIRONMENT = {
  SUNMAP_GEOCODER_URL: z.string().trim().min(1).optional(),
  SUNMAP_GEOCODER_PERSONS: z.enum(['on', 'off']).default('off'),
};

export interface GeocoderSettings {
  readonly url: URL;
  /** Whether addresses of datasets that name persons may be asked too. */
  readonly persons: boolean;
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** Null where there is no online geocoder: then no address ever leaves. Throws with one sentence for a wrong setting. */
export function geocoderSettings(given: z.infer<z.ZodObject<typeof GEOCODER_ENVIRONMENT>>): GeocoderSettings | null {
  const { SUNMAP_GEOCODER_URL: address, SUNMAP_GEOCODER_PERSONS: persons } = given;
  if (address === undefined) {
    if (persons === 'on') throw new Error('SUNMAP_GEOCODER_PERSONS needs SUNMAP_GEOCODER_URL beside it');
    return null;
  }
  const url = URL.canParse(address) ? new URL(address) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (url === null || !safe || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new Error(
      'SUNMAP_GEOCODER_URL must be an https address without query, such as https://geocoder.example/search',
    );
  }
  return { url, persons: persons === 'on' };
}
