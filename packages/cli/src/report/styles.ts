import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Sets off a text in a terminal. */
export type Style = (format: Format, text: string) => string;

/** @param plain - whether there is no terminal; NO_COLOR asks for the same */
export const styles = (plain: boolean): Style =>
  plain || process.env.NO_COLOR
    ? (_, text) => text
    : (format, text) => styleText(format, text, { validateStream: false });
