import { CustomErrorBase } from '@backstage/errors';

/** The portal doesn't answer, or refuses to. */
export class PortalError extends CustomErrorBase {
  name = 'PortalError' as const;
}
