import type pg from 'pg';

/** Whether a database answers within some seconds. */
export async function isReachable(pool: pg.Pool, within = 3_000): Promise<boolean> {
  let overdue: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    overdue = setTimeout(() => resolve(false), within);
  });
  const answered = pool.query('select 1').then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answered, tooLate]);
  } finally {
    clearTimeout(overdue);
  }
}
