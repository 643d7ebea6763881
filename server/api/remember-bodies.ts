/** The newest few answers as text, so that the same large answer is put together once. */
export interface RememberedBodies {
  get(key: string, make: () => Promise<string>): Promise<string>;
}

const KEPT = 8;

/** Keys must name the content for good (the id of a measurement does): nothing is ever refreshed, only dropped when old. */
export function rememberBodies(kept = KEPT): RememberedBodies {
  const bodies = new Map<string, Promise<string>>();
  return {
    get(key, make) {
      const body = bodies.get(key) ?? make();
      bodies.delete(key);
      bodies.set(key, body);
      body.catch(() => bodies.delete(key));
      for (const oldest of bodies.keys()) {
        if (bodies.size <= kept) break;
        bodies.delete(oldest);
      }
      return body;
    },
  };
}
