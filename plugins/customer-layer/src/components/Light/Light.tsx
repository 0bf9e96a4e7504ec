import {
  createContext,
  ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { EntityLayers } from '@missing-layer/backstage-plugin-customer-layer-common';
import { LightKey, lightOf } from '../../lib/cakeLight';

type LightValue = {
  /** What is lit; undefined while nothing is, and everything looks the same. */
  lit?: ReadonlySet<LightKey>;
  /** What is explained, if anything. */
  opened?: LightKey;
  point(key: LightKey | undefined): void;
  open(key: LightKey | undefined): void;
};

const LightContext = createContext<LightValue>({
  point: () => {},
  open: () => {},
});

/** Lights up what belongs to the one thing in the cake that is pointed at, or else to the one that is explained. */
export function Light(props: { layers: EntityLayers; children: ReactNode }) {
  const { layers, children } = props;
  const [pointed, point] = useState<LightKey>();
  const [opened, open] = useState<LightKey>();
  const key = pointed ?? opened;
  const value = useMemo(
    () => ({
      lit: key ? lightOf(layers, key) : undefined,
      opened,
      point,
      open,
    }),
    [layers, key, opened],
  );
  return (
    <LightContext.Provider value={value}>{children}</LightContext.Provider>
  );
}

/** Whether one thing is lit, or fades for others; `undefined` while nothing is lit. */
export function useLit(key: LightKey): boolean | undefined {
  return useContext(LightContext).lit?.has(key);
}

/** What makes something light up what belongs to it while it is pointed at or has the focus. */
export function usePointing(key: LightKey) {
  const { point } = useContext(LightContext);
  // What goes away under the pointer leaves nothing lit.
  useEffect(() => () => point(undefined), [point]);
  return useMemo(() => {
    const lightUp = () => point(key);
    const letGo = () => point(undefined);
    return {
      onMouseEnter: lightUp,
      onMouseLeave: letGo,
      onFocus: lightUp,
      onBlur: letGo,
    };
  }, [point, key]);
}

/** Which thing in the cake is explained, and how to have another one explained. */
export function useOpened() {
  const { opened, open } = useContext(LightContext);
  return { opened, open };
}
