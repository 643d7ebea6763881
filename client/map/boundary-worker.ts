import { answerCalls, fetchOrThrow } from './answer-calls.ts';
import type { LevelBoundaries } from './boundaries.ts';
import { locateAreas } from './locate-areas.ts';

// Parsing the outlines of 40,000 areas takes a second or two; here it holds up nobody.
answerCalls<{ level: string; address: string }, LevelBoundaries>(async ({ level, address }) => {
  const response = await fetchOrThrow(address);
  const answer = locateAreas(level, await response.json());
  return { answer, moved: [answer.lng.buffer, answer.lat.buffer, answer.bounds.buffer] };
});
