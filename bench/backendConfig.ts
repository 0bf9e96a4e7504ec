/** What every portal of the benchmarks is configured with; whoever has the token may ask everything. */
export const backendConfig = (options: {
  /** A PostgreSQL server. */
  connection: string;
  port: number;
  token: string;
}) => ({
  baseUrl: `http://127.0.0.1:${options.port}`,
  listen: { host: '127.0.0.1', port: options.port },
  database: { client: 'pg', connection: options.connection },
  auth: {
    externalAccess: [
      { type: 'static', options: { token: options.token, subject: 'bench' } },
    ],
  },
});
