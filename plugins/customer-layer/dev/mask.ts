import { maskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';

const SECRETS = ['resource:default/secret-site', 'group:default/auditors'];

/** Does to an answer what the backend does for those who may not read some entities. */
export function mask<T>(answer: T): T {
  const text = SECRETS.reduce(
    (masked, ref, index) =>
      masked.replaceAll(
        JSON.stringify(ref),
        JSON.stringify(maskedRef(index + 1)),
      ),
    JSON.stringify(answer),
  );
  return JSON.parse(text);
}
