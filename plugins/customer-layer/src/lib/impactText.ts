/** What is told of one team, or of one tier. */
export type TextItem = {
  name: string;
  /** What belongs to it, told after the name. */
  details: readonly string[];
};

/** A part of a text, under a heading of its own. */
export type TextSection = { title: string; items: readonly TextItem[] };

/** What a text for a channel tells. */
export type ChannelText = {
  title: string;
  headline: string;
  sections: readonly TextSection[];
  /** What the text leaves out, and whatever else is to be known. */
  notes: readonly string[];
  /** Where all of it is. */
  address: string;
};

// Names come from people, and a line break in one must not look like another entry.
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const lineOf = ({ name, details }: TextItem) =>
  details.length
    ? `- ${oneLine(name)}: ${details.map(oneLine).join(', ')}`
    : `- ${oneLine(name)}`;

/** Writes a text that reads well in any channel: plain lines, no markup. */
export function writeChannelText(text: ChannelText): string {
  const { title, headline, sections, notes, address } = text;
  return [
    [oneLine(title), oneLine(headline)],
    ...sections
      .filter(({ items }) => items.length > 0)
      .map(section => [`${section.title}:`, ...section.items.map(lineOf)]),
    notes,
    [address],
  ]
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
}
