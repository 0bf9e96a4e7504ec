import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first test of a file compiles the lazy screen that it shows, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(30_000);

// Charts watch their size; jsdom lays nothing out, so there is nothing to tell them.
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver = NoResizeObserver;
