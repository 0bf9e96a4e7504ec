import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first test of a file compiles what it shows, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(120_000);

// The form goes back to its top with each step; jsdom scrolls nothing.
window.scrollTo = () => {};
