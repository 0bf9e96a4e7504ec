/**
 * Keeps the customer layer of the whole catalog in memory and answers who is served, by which path, and who keeps it
 * running.
 *
 * @packageDocumentation
 */
export { customerLayerPlugin as default } from './plugin';
