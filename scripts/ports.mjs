import { createServer } from 'node:net';

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

/** A port of this computer on which nothing listens. */
export const freePort = () => listen(0);

/** Whether nothing listens on a port of this computer. */
export const isPortFree = port =>
  listen(port).then(
    () => true,
    () => false,
  );
