import { mockServices } from '@backstage/backend-test-utils';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { SHOP } from '../__testUtils__/shop';
import { CatalogReader } from '../catalog/CatalogReader';
import { Pulse } from './Pulse';

describe('Pulse', () => {
  let time: number;
  let pulse: Pulse;
  const { signal } = new AbortController();

  const feel = async (...counts: number[]) => {
    for (const count of counts) {
      await pulse.feel(count, signal);
    }
    return pulse.differs;
  };

  beforeEach(() => {
    time = 0;
    pulse = new Pulse({
      catalog: new CatalogReader({
        catalog: new TestCatalog(SHOP).service,
        auth: mockServices.auth(),
        onAnswer: () => {},
      }),
      clock: {
        now: () => new Date(time),
        monotonic: () => time,
        pause: async () => {},
      },
    });
  });

  it('is felt once a minute, whether the catalog answers or not', async () => {
    expect(pulse.isDue).toBe(false);
    time = 60_000;
    expect(pulse.isDue).toBe(true);
    await expect(
      pulse.feel(1, AbortSignal.abort(new Error('Late'))),
    ).rejects.toThrow('Late');
    expect(pulse.isDue).toBe(false);
  });

  it.each([
    [[SHOP.length, SHOP.length], false],
    [[SHOP.length - 1], false],
    [[SHOP.length - 1, SHOP.length, SHOP.length - 1], false],
    [[SHOP.length - 1, SHOP.length - 1], true],
    [[SHOP.length + 1, SHOP.length - 2], true],
  ])('with graphs of %j entities, differs: %s', async (counts, differs) => {
    expect(await feel(...counts)).toBe(differs);
  });

  it('does not ask twice for a reading that changes nothing', async () => {
    const other = SHOP.length + 1;
    await feel(other, other);
    pulse.tryReading();
    expect(await feel(other, other, other)).toBe(false);
    expect(await feel(other + 1)).toBe(true);
    pulse.tryReading();
    // It came right, and went wrong once more.
    expect(await feel(SHOP.length, other, other)).toBe(true);
  });
});
