/** The longest that fits into a cookie beside what else goes there. */
const LONGEST = 1_500;
const HERE = 'http://here.invalid';

/**
 * An address of this site to go to after signing in: path and query. Whatever leads elsewhere, or into the API, is `/`: a link that
 * somebody sends must not end on a page of theirs after a sign-in of ours.
 */
export function localTarget(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return '/';
  const { origin, pathname, search } = new URL(wanted, HERE);
  const target = pathname + search;
  // `/.//elsewhere` is of this origin, and becomes `//elsewhere`, which is not.
  const isLocal = origin === HERE && !/^\/[/\\]/.test(target) && !/^\/api(\/|$)/i.test(pathname);
  return isLocal && target.length <= LONGEST ? target : '/';
}
