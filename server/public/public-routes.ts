/**
 * Every address of the API that the public entry point answers, all of them to anybody and only to look at. It is the whole
 * policy: what is not here is not there.
 */
export const PUBLIC_ROUTES = [
  '/api/health',
  '/api/ready',
  '/api/notice',
  '/api/areas',
  '/api/boundaries',
  '/api/place',
  '/api/search',
] as const;
