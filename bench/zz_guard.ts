import express from 'express';
import http from 'node:http';
import { Worker, isMainThread, workerData, parentPort } from 'node:worker_threads';
import { createAnswering } from '../plugins/customer-layer-backend/src/answering';
import { createRouter } from '../plugins/customer-layer-backend/src/router';
import { readOpenApiDocument } from '../plugins/customer-layer-backend/src/schema/openApiDocument';
import { CustomerLayers } from '../plugins/customer-layer-backend/src/services/CustomerLayers';
import { RefusedCustomers } from '../plugins/customer-layer-backend/src/services/RefusedCustomers';
import { Viewers } from '../plugins/customer-layer-backend/src/services/Viewers';
import { graphOf, now } from './graphOf';
import { openSyntheticCatalog } from './syntheticCatalog';
async function main() {
const size = Number(process.argv[2]); const decision = process.argv[3];
const catalog = openSyntheticCatalog(size);
const graph = graphOf(catalog);
const layers = new CustomerLayers({ keeper: { graph: () => graph, status: () => { throw new Error(); } }, refused: new RefusedCustomers(), limit: 10000, now: () => now });
const app = express();
app.use(createRouter({ document: await readOpenApiDocument(), layers, answering: createAnswering({
  httpAuth: { credentials: async () => ({}) } as any, auditor: { createEvent: async () => ({ success: async () => {}, fail: async () => {} }) } as any,
  telemetry: { answered() {} },
  viewers: new Viewers({ logger: console as any, permissions: { authorizeConditional: async () => [{ result: decision }] } as any, catalog: { getEntitiesByRefs: async ({ entityRefs }: any) => { await new Promise(r => setTimeout(r, 3)); return { items: entityRefs.map(() => ({})) }; } } as any }),
}) }));
const server = app.listen(0, async () => {
  const port = (server.address() as any).port;
  const { fork } = await import('node:child_process');
  const child = fork('/tmp/guard-client.mjs', [String(port), catalog.platform[0], JSON.stringify(Array.from({length: 300}, (_, i) => catalog.ref(i * 7 + 50)).filter(r => /^(component|api)/.test(r)))]);
  child.on('exit', () => process.exit());
});
}
main();
