import { STRETCH_MS, Turn, Turns } from './Turns';

const forever = new AbortController().signal;

/** Works for so many milliseconds of the clock, in pieces. */
async function work(turn: Turn, pieces: number, piece: () => void) {
  await turn.takeBreak();
  for (let i = 0; i < pieces; i++) {
    piece();
    await turn.takeBreak();
  }
}

describe('Turns', () => {
  let time = 0;
  beforeEach(() => {
    time = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => time);
  });
  afterEach(() => jest.restoreAllMocks());

  it('lets the network come first once somebody has worked for long enough', async () => {
    const turnsOfTheLoop = async (msPerPiece: number) => {
      let turns = 0;
      let done = false;
      const count = () => {
        if (!done) {
          turns++;
          setImmediate(count);
        }
      };
      setImmediate(count);
      await work(new Turns().begin(forever), 10, () => {
        time += msPerPiece;
      });
      done = true;
      return turns;
    };
    const none = await turnsOfTheLoop(0);
    expect(await turnsOfTheLoop(STRETCH_MS / 5)).toBe(none + 2);
    expect(await turnsOfTheLoop(STRETCH_MS)).toBe(none + 10);
  });

  it('lets only one work between two readings of the network', async () => {
    const turns = new Turns();
    let working = 0;
    let most = 0;
    let done = false;
    const reading = () => {
      most = Math.max(most, working);
      working = 0;
      if (!done) {
        setImmediate(reading);
      }
    };
    setImmediate(reading);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        work(turns.begin(forever), 5, () => {
          working++;
          time += STRETCH_MS;
        }),
      ),
    );
    done = true;
    expect(most).toBe(1);
  });

  it('prefers whoever has worked least', async () => {
    const turns = new Turns();
    const ended: string[] = [];
    const piece = () => {
      time += STRETCH_MS;
    };
    const big = ['a', 'b', 'c'].map(name =>
      work(turns.begin(forever), 20, piece).then(() => ended.push(name)),
    );
    // They are in the midst of it when somebody with a small question comes.
    await new Promise(resolve => setImmediate(resolve));
    await work(turns.begin(forever), 1, piece);
    ended.push('small');
    await Promise.all(big);
    expect(ended).toEqual(['small', 'a', 'b', 'c']);
  });

  it('lets nobody wait for ever behind small ones', async () => {
    const turns = new Turns();
    const piece = () => {
      time += STRETCH_MS;
    };
    let done = false;
    let small = 0;
    const keepComing = async () => {
      while (!done && small < 1000) {
        await work(turns.begin(forever), 1, piece);
        small++;
      }
    };
    const crowd = Promise.all([keepComing(), keepComing(), keepComing()]);
    await work(turns.begin(forever), 20, piece);
    done = true;
    await crowd;
    expect(small).toBeLessThan(150);
  });

  it('does not count waiting as work', async () => {
    const turns = new Turns();
    const patient = turns.begin(forever);
    await patient.takeBreak();
    await patient.waitFor(
      Promise.resolve().then(() => {
        time += 1000;
      }),
    );
    patient.pause();
    time += 1000;
    const busy = turns.begin(forever);
    await busy.takeBreak();
    time += STRETCH_MS;
    const order: string[] = [];
    await Promise.all([
      busy.takeBreak().then(() => order.push('busy')),
      patient.takeBreak().then(() => order.push('patient')),
    ]);
    expect(order).toEqual(['patient', 'busy']);
  });

  it('ends work and waiting when nobody waits for it', async () => {
    const controller = new AbortController();
    const turn = new Turns().begin(controller.signal);
    await turn.takeBreak();
    const waiting = turn.waitFor(new Promise(() => {}));
    const reason = new Error('gone');
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(turn.takeBreak()).rejects.toBe(reason);

    const late = new AbortController();
    const breakTaken = new Turns().begin(late.signal).takeBreak();
    late.abort(reason);
    await expect(breakTaken).rejects.toBe(reason);
  });
});
