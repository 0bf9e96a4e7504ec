import { hash } from 'node:crypto';
import { Digest } from '@missing-layer/backstage-plugin-customer-layer-common';

/** SHA-256: what the revision of a graph is made with, here and in the worker thread alike. */
export const digest: Digest = text => hash('sha256', text, 'buffer');
