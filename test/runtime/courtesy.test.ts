import { expect, it } from 'vitest';
import { Courtesy } from '#runtime/courtesy';

it('a step begins at once where nobody asks, and else when the last one has their answer', async () => {
  const courtesy = new Courtesy();
  expect(courtesy.turn()).toBeUndefined();
  const [one, two] = [courtesy.enter(), courtesy.enter()];
  const order: string[] = [];
  const step = courtesy.turn()?.then(() => order.push('step'));
  one();
  one();
  await null;
  order.push('answered');
  two();
  await step;
  expect(order).toEqual(['answered', 'step']);
  expect(courtesy.turn()).toBeUndefined();
});

it('a step is not kept waiting for ever by whoever keeps asking', async () => {
  const courtesy = new Courtesy();
  courtesy.enter();
  await courtesy.turn();
  await courtesy.turn();
});
