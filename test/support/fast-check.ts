import fc from 'fast-check';

/** Long enough for any search, short enough that one that never ends is told. */
const TIME_LIMIT = 30_000;

// The same examples in every run, so that a red run means a change in the code. FAST_CHECK_SEED tries others.
fc.configureGlobal({
  seed: Number(process.env.FAST_CHECK_SEED ?? 20260101),
  interruptAfterTimeLimit: TIME_LIMIT,
  markInterruptAsFailure: true,
});
