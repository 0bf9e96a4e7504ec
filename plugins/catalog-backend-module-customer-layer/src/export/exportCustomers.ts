import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { isEmpty, omit } from 'lodash';
import { stringify } from 'yaml';

/** Customers that were created in the portal, the way their file would say it: one YAML document for each. */
export const exportCustomers = (customers: readonly Entity[]): string =>
  customers
    .map(({ apiVersion, kind, metadata, spec }) => {
      const annotations = omit(
        metadata.annotations,
        ANNOTATION_LOCATION,
        ANNOTATION_ORIGIN_LOCATION,
      );
      const described = omit(
        metadata,
        'uid',
        'etag',
        'generation',
        'annotations',
      );
      return stringify(
        {
          apiVersion,
          kind,
          metadata: {
            ...described,
            ...(!isEmpty(annotations) && { annotations }),
          },
          spec,
        },
        { lineWidth: 0 },
      );
    })
    .join('---\n');
