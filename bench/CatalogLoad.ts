import { RequestHandler } from 'express';

/** What one caller asked of the catalog. */
export type Load = { requests: number; rows: number };

const subjectOf = (authorization = ''): string => {
  const [, claims = ''] = authorization.split('.');
  return claims
    ? JSON.parse(Buffer.from(claims, 'base64url').toString()).sub
    : 'anybody else';
};

const rowsIn = (text: string): number => {
  const { items } = JSON.parse(text);
  return Array.isArray(items) ? items.filter(Boolean).length : 1;
};

/**
 * Counts the requests to the catalog, and the entities in its answers, by the plugin that asks.
 */
export class CatalogLoad {
  readonly #loads = new Map<string, Load>();

  /** What a plugin asked for so far. */
  of(pluginId: string): Load {
    return { ...(this.#loads.get(pluginId) ?? { requests: 0, rows: 0 }) };
  }

  /** Stands before the catalog's routes. */
  readonly count: RequestHandler = (request, response, next) => {
    const pluginId = subjectOf(request.headers.authorization);
    const load = this.of(pluginId);
    this.#loads.set(pluginId, { ...load, requests: load.requests + 1 });

    // Otherwise what passes here is compressed.
    delete request.headers['accept-encoding'];
    const parts: Buffer[] = [];
    const keep = (part: unknown) => {
      if (typeof part === 'string' || part instanceof Uint8Array) {
        parts.push(Buffer.from(part));
      }
    };
    const { write, end } = response;
    response.write = (...args: unknown[]) => {
      keep(args[0]);
      return Reflect.apply(write, response, args);
    };
    response.end = (...args: unknown[]) => {
      keep(args[0]);
      return Reflect.apply(end, response, args);
    };
    response.once('finish', () => {
      if (response.statusCode === 200) {
        const rows = rowsIn(Buffer.concat(parts).toString());
        const now = this.of(pluginId);
        this.#loads.set(pluginId, { ...now, rows: now.rows + rows });
      }
    });
    next();
  };
}
