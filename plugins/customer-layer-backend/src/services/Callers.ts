import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { Turn } from './Turns';

/** Who calls. */
export interface Caller {
  /** Ref of the user, or the subject of a service. */
  readonly ref: string;
  /** Whether it is a user. */
  readonly isUser: boolean;
  /**
   * Whether they have each of some permissions.
   *
   * @throws ServiceUnavailableError when the permission policy doesn't answer
   */
  may(permissions: readonly BasicPermission[]): Promise<boolean[]>;
  /** Refs of a user and of the groups that count as theirs; none of a service. */
  ownershipRefs(): Promise<string[]>;
}

/** Credentials of whoever may call. */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** @throws NotAllowedError when a caller lacks a permission */
export async function demand(
  caller: Caller,
  permission: BasicPermission,
): Promise<void> {
  const [may] = await caller.may([permission]);
  if (!may) {
    throw new NotAllowedError(
      `This takes the permission "${permission.name}". Ask whoever keeps the permission policy for it`,
    );
  }
}

/** Finds out who calls, and what they may do. */
export class Callers {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #logger: LoggerService;

  constructor(options: {
    permissions: PermissionsService;
    userInfo: UserInfoService;
    logger: LoggerService;
  }) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
    this.#logger = options.logger;
  }

  /** @param turn - of the request, which ends all waiting */
  callerOf(credentials: CallerCredentials, turn: Turn): Caller {
    const { principal } = credentials;
    const isUser = principal.type === 'user';
    return {
      ref: isUser ? principal.userEntityRef : principal.subject,
      isUser,
      may: permissions =>
        turn.waitFor(this.#authorize(permissions, credentials)),
      ownershipRefs: async () =>
        isUser ? turn.waitFor(this.#ownership(credentials)) : [],
    };
  }

  async #authorize(
    permissions: readonly BasicPermission[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions
      .authorize(
        permissions.map(permission => ({ permission })),
        { credentials },
      )
      .catch(this.#unavailable('what you may do'));
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  async #ownership(credentials: BackstageCredentials): Promise<string[]> {
    const { ownershipEntityRefs } = await this.#userInfo
      .getUserInfo(credentials)
      .catch(this.#unavailable('which groups are yours'));
    return ownershipEntityRefs;
  }

  // What another plugin answers to us must not look like our answer to the caller, nor be told to them.
  #unavailable(what: string): (error: unknown) => never {
    return error => {
      this.#logger.warn(`Nobody says ${what}`, toError(error));
      throw new ServiceUnavailableError(
        `At the moment nobody says ${what}. Ask again later`,
      );
    };
  }
}
