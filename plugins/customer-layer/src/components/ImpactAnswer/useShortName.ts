import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { plainName } from '../../lib/audit/plainName';
import { Confidential, useNameOf } from '../EntityName';

/** Gives the name of an entity as one says it: its title, or its ref as short as it is still clear. */
export function useShortName(confidential: Confidential) {
  const nameOf = useNameOf(confidential);
  return (entityRef: string, title?: string) =>
    isMaskedRef(entityRef) ? nameOf(entityRef) : title ?? plainName(entityRef);
}
