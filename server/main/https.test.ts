import { expect, test } from 'vitest';
import { addressOf, isOpenToNetwork } from './https.ts';

test('this machine by any of its inner names is not the network', () => {
  expect(['localhost', '127.0.0.1', '127.0.1.1', '::1'].filter((host) => isOpenToNetwork({ host }))).toEqual([]);
  for (const host of ['0.0.0.0', '::', '192.168.3.7', 'pump-house'])
    expect([host, isOpenToNetwork({ host })]).toEqual([host, true]);
});

test('an address is said as a browser on this machine takes it', () => {
  expect(addressOf({ https: true, port: 8080 }, '::')).toBe('https://localhost:8080');
  expect(addressOf({ https: true, port: 8080 }, '2001:db8::7')).toBe('https://[2001:db8::7]:8080');
  expect(addressOf({ https: false, port: 80 }, '0.0.0.0')).toBe('http://localhost:80');
});
