import { useState } from 'react';
import { messageOf } from '../lib/failure';

/** Something that one can do, and what has come of it. */
export type Act = {
  /** Does it; `done` is called when it has succeeded. */
  run(act: () => Promise<unknown>, done?: () => void): Promise<void>;
  busy: boolean;
  /** Why it failed, in the words of the server. */
  error?: string;
};

/** Does something once at a time, and keeps why it failed until it is tried again. */
export function useAct(): Act {
  const [state, setState] = useState<Pick<Act, 'busy' | 'error'>>({
    busy: false,
  });
  return {
    ...state,
    async run(act, done) {
      setState({ busy: true });
      try {
        await act();
        setState({ busy: false });
        done?.();
      } catch (error) {
        setState({ busy: false, error: messageOf(error) });
      }
    },
  };
}
