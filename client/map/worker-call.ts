/** What goes to a worker and comes back: one answer or one error for each numbered request. */
export interface Numbered<Request> {
  readonly id: number;
  readonly request: Request;
}
export type Reply<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly error: string; readonly status: number; readonly incident: string | null };

/** A function that asks a worker, which is started with the first question and kept. */
export function createWorkerCall<Request, Answer>(start: () => Worker): (request: Request) => Promise<Answer> {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let worker: Worker | null = null;
  let last = 0;
  const listen = (started: Worker) => {
    started.onmessage = ({ data }: MessageEvent<Reply<Answer>>) => {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if ('answer' in data) call?.resolve(data.answer);
      else call?.reject(new WorkerError(data.error, data.status, data.incident));
    };
    started.onerror = ({ message }) => {
      for (const { reject } of waiting.values()) reject(new WorkerError(message, 0, null));
      waiting.clear();
      worker = null;
    };
    return started;
  };
  return (request) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker ??= listen(start());
      worker.postMessage({ id: last, request } satisfies Numbered<Request>);
    });
}

/** What went wrong in a worker; `status` is that of the server's answer, 0 when it was not the server. */
class WorkerError extends Error {
  readonly status: number;
  readonly incident: string | null;

  constructor(message: string, status: number, incident: string | null) {
    super(message);
    this.status = status;
    this.incident = incident;
  }
}
