import { useQueryParamState } from '@backstage/core-components';
import { CoverageAspect } from '@missing-layer/backstage-plugin-customer-layer-common';
import { readAspect } from '../../lib/coverageView/address';

/** What is looked for, which stands in the address of the page. */
export function useAspect(): [
  CoverageAspect,
  (aspect: CoverageAspect) => void,
] {
  const [param, setParam] = useQueryParamState<string>('aspect');
  return [readAspect(param), setParam];
}
