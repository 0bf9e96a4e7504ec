import { inPieces } from './inPieces';
import { ReportAbout, ReportedFindings } from './report';

async function* texts(
  findings: ReportedFindings,
  about: ReportAbout,
): AsyncGenerator<string> {
  yield `{"about":${JSON.stringify(about)},\n"findings":[`;
  let separator = '\n';
  for await (const finding of findings) {
    yield `${separator}${JSON.stringify(finding)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

/**
 * Findings as one JSON object, `about` and `findings`, with one finding in a line.
 *
 * @public
 */
export const jsonOf = (
  findings: ReportedFindings,
  about: ReportAbout,
): AsyncGenerator<string> => inPieces(texts(findings, about));
