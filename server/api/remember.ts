/** The newest few of some costly answers, so that each is made once. */
export interface Remembered<T> {
  get(key: string, make: () => Promise<T>): Promise<T>;
}

const KEPT = 8;

/** Keys must name the content for good (the id of a measurement does): nothing is ever refreshed, only dropped when old. */
export function remember<T>(kept = KEPT): Remembered<T> {
  const answers = new Map<string, Promise<T>>();
  return {
    get(key, make) {
      const answer = answers.get(key) ?? make();
      answers.delete(key);
      answers.set(key, answer);
      answer.catch(() => answers.delete(key));
      for (const oldest of answers.keys()) {
        if (answers.size <= kept) break;
        answers.delete(oldest);
      }
      return answer;
    },
  };
}
