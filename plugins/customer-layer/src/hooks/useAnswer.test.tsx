import { act, renderHook, waitFor } from '@testing-library/react';
import { FakeCustomerLayerApi } from '../__testUtils__/FakeCustomerLayerApi';
import {
  customerEntity,
  deliveryToEnterprise,
  layersOfShop,
  shopEntity,
} from '../__testUtils__/answers';
import { renderOnEntity } from '../__testUtils__/renderOnEntity';
import { EntityCustomersCard, EntityCustomersContent } from '../plugin';
import { useAnswer } from './useAnswer';

type Ask = (signal: AbortSignal) => Promise<string>;

const renderAnswer = (ask: Ask) =>
  renderHook((current: Ask) => useAnswer(current), { initialProps: ask });

it('forgets the answer and aborts when the question changes', async () => {
  const signals: AbortSignal[] = [];
  const asking =
    (answer: Promise<string>): Ask =>
    signal => {
      signals.push(signal);
      return answer;
    };
  const { result, rerender } = renderAnswer(asking(Promise.resolve('one')));
  await waitFor(() =>
    expect(result.current).toEqual({ status: 'ready', value: 'one' }),
  );

  let answerLate = (_: string) => {};
  rerender(asking(new Promise(resolve => (answerLate = resolve))));
  expect(result.current).toEqual({ status: 'loading' });

  rerender(asking(Promise.resolve('three')));
  await act(async () => answerLate('two'));
  expect(result.current).toEqual({ status: 'ready', value: 'three' });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
});

it.each([
  ['tab', EntityCustomersContent, shopEntity],
  ['tab', EntityCustomersContent, customerEntity],
  ['card', EntityCustomersCard, shopEntity],
  ['card', EntityCustomersCard, customerEntity],
])('aborts when the %s is left', async (_, Screen, entity) => {
  const api = new FakeCustomerLayerApi({
    layers: layersOfShop(),
    delivery: deliveryToEnterprise(),
  });
  const { unmount } = await renderOnEntity(<Screen />, entity, api);
  await waitFor(() => expect(api.signals).toHaveLength(1));
  expect(api.signals[0]?.aborted).toBe(false);
  unmount();
  expect(api.signals[0]?.aborted).toBe(true);
});
