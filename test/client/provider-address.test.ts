import { expect, test } from 'vitest';
import { failureIn, providerAddress, withoutOutcome } from '../../client/account/provider-address.ts';

test('the page reads why a sign-in failed, and nothing that it does not know', () => {
  expect(failureIn('?dataset=x&sign-in=denied')).toBe('denied');
  expect(failureIn('?sign-in=denied&sign-in=expired')).toBe('expired');
  expect(failureIn('?sign-in=<b>anything</b>')).toBe(null);
  expect(failureIn('?sign-in=constructor')).toBe(null);
  expect(failureIn('')).toBe(null);
});

test('what was told is forgotten, and the rest of the address stays as it was', () => {
  const search = '?q=%E4%B8%9C+x&sign-in=denied&open&sign-in=expired';
  expect(withoutOutcome({ path: '/map', search })).toBe('/map?q=%E4%B8%9C+x&open');
  expect(withoutOutcome({ path: '/map', search: '?sign-in=denied' })).toBe('/map');
  expect(withoutOutcome({ path: '/', search: '' })).toBe('/');
});

test('the way to the provider remembers the page, not the last failure', () => {
  const address = providerAddress({ path: '/map', search: '?level=village&sign-in=failed' });
  expect(new URL(address, 'http://x').searchParams.get('to')).toBe('/map?level=village');
});
