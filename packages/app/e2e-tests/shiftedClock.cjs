// @ts-check
/**
 * Lets days go by for a portal under test: its clock is ahead by as many milliseconds as the file that `SHIFTED_CLOCK`
 * names says. Loaded into its processes before anything else, with `NODE_OPTIONS`.
 */
const { readFileSync } = require('node:fs');

const file = process.env.SHIFTED_CLOCK;
const RealDate = Date;
let ahead = 0;

function look() {
  try {
    ahead = Number(readFileSync(String(file), 'utf8')) || 0;
  } catch {
    ahead = 0; // Nobody has shifted it yet.
  }
}

const now = () => RealDate.now() + ahead;

if (file) {
  look();
  setInterval(look, 200).unref();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}
