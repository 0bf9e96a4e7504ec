import { act, renderHook } from '@testing-library/react';
import { useSettling } from './useSettling';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

async function seconds(count: number) {
  for (let second = 0; second < count; second += 1) {
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
    });
  }
}

function follow() {
  const look = jest.fn();
  const hook = renderHook(
    ({ revision }: { revision: string }) => useSettling(revision, look),
    { initialProps: { revision: 'r1' } },
  );
  return { look, ...hook };
}

it('looks until there is another revision, and a little longer', async () => {
  const { look, result, rerender } = follow();
  await seconds(100);
  expect(look).not.toHaveBeenCalled();

  act(() => result.current.begin());
  expect(result.current.state).toBe('waiting');
  await seconds(4);
  expect(look).toHaveBeenCalledTimes(3);

  rerender({ revision: 'r2' });
  expect(result.current.state).toBe('rest');
  await seconds(100);
  expect(look).toHaveBeenCalledTimes(3 + 4);
});

it('gives up after a minute, until it is told to look again', async () => {
  const { look, result } = follow();
  act(() => result.current.begin());
  await seconds(59);
  expect(result.current.state).toBe('waiting');
  await seconds(2);
  expect(result.current.state).toBe('over');
  const looks = look.mock.calls.length;
  await seconds(300);
  expect(look).toHaveBeenCalledTimes(looks);

  act(() => result.current.begin());
  await seconds(1);
  expect(look).toHaveBeenCalledTimes(looks + 1);
});

it('does not follow a catalog that never rests for ever', async () => {
  const { look, result, rerender } = follow();
  act(() => result.current.begin());
  for (let revision = 2; revision < 150; revision += 1) {
    rerender({ revision: `r${revision}` });
    await seconds(2);
  }
  expect(look).toHaveBeenCalledTimes(60);
});
