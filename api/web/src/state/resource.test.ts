import { effect } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { MAX_KEPT, ResourceCache } from './resource';

/** A promise that the test settles. */
function later<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (reason: unknown) => void } {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    queueMicrotask(() => queueMicrotask(resolve));
  });

describe('the cache of answers', () => {
  it('fetches once and shows the answer', async () => {
    const cache = new ResourceCache();
    let fetches = 0;
    const load = (): Promise<number> => Promise.resolve(++fetches);

    const cell = cache.get('a', load);
    cache.get('a', load);
    await settled();

    expect(cell.value).toEqual({ state: 'ready', value: 1 });
    expect(fetches).toBe(1);
  });

  it('keeps what was shown when a new fetch is refused', async () => {
    const cache = new ResourceCache();
    const answers = [Promise.resolve(1), Promise.reject(new Problem('unavailable', 'busy', null, 503))];
    const cell = cache.get('a', () => answers.shift() ?? Promise.resolve(0));
    const stop = effect(() => void cell.value);
    await settled();

    cache.renew(() => true);
    await settled();

    expect(cell.value.state).toBe('failed');
    expect(cell.value.value).toBe(1);
    stop();
  });

  it('ignores an answer that a newer one has overtaken', async () => {
    const cache = new ResourceCache();
    const [slow, fast] = [later<string>(), later<string>()];
    const calls = [slow, fast];
    const cell = cache.get('a', () => (calls.shift() ?? fast).promise);
    const stop = effect(() => void cell.value);

    cache.renew(() => true);
    fast.resolve('new');
    await settled();
    slow.resolve('old');
    await settled();

    expect(cell.value.value).toBe('new');
    stop();
  });

  it('drops what nobody watches instead of fetching it again', async () => {
    const cache = new ResourceCache();
    let fetches = 0;
    cache.get('a', () => Promise.resolve(++fetches));
    await settled();

    cache.renew(() => true);

    expect(fetches).toBe(1);
    expect(cache.peek('a')).toBeUndefined();
  });

  it('changes only answers that are here', async () => {
    const cache = new ResourceCache();
    cache.update<number>('a', () => 9);
    const cell = cache.get('a', () => Promise.resolve(1));
    await settled();

    cache.update<number>('a', (value) => value + 1);

    expect(cell.value.value).toBe(2);
  });

  it('forgets the least recently used beyond its limit', () => {
    const cache = new ResourceCache();
    let fetches = 0;
    const load = (): Promise<number> => Promise.resolve(++fetches);
    for (let i = 0; i < MAX_KEPT; i++) {
      cache.get(`${i}`, load);
    }
    cache.get('0', load);
    cache.get('one more', load);

    cache.get('0', load);
    expect(fetches).toBe(MAX_KEPT + 1);
    cache.get('1', load);
    expect(fetches).toBe(MAX_KEPT + 2);
  });

  it('tries again what was refused', async () => {
    const cache = new ResourceCache();
    const answers: Promise<number>[] = [Promise.reject(new SyntaxError('not JSON')), Promise.resolve(1)];
    const cell = cache.get('a', () => answers.shift() ?? Promise.resolve(0));
    await settled();
    expect(cell.value).toMatchObject({ state: 'failed', problem: { code: 'unreadable' } });

    cache.retryFailed();
    await settled();

    expect(cell.value).toEqual({ state: 'ready', value: 1 });
  });
});
