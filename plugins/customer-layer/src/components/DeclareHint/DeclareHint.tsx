import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { CodeSnippet } from '@backstage/core-components';
import { Disclosure } from '../Disclosure';

/** Props of {@link DeclareHint}. */
export type DeclareHintProps = {
  /** What it means that nothing is declared. */
  meaning: string;
  /** Introduces the YAML. */
  remedy?: string;
  /** The YAML to add. */
  snippet: string;
  /** Where given, the YAML is folded away behind a button that says this. */
  toggle?: string;
};

/** Says what a gap means, and what to write to close it. */
export function DeclareHint(props: DeclareHintProps) {
  const { meaning, remedy, snippet, toggle } = props;
  // As plain text, since the colours of YAML are too faint to read at this size.
  const yaml = (
    <CodeSnippet
      language="text"
      text={snippet}
      showCopyCodeButton
      wrapLongLines
      customStyle={{ fontSize: '0.8em', margin: 0 }}
    />
  );
  return (
    <Box mb={1}>
      <Typography variant="body2" paragraph={!toggle}>
        {meaning}
      </Typography>
      {remedy && (
        <Typography variant="body2" paragraph>
          {remedy}
        </Typography>
      )}
      {toggle ? <Disclosure label={toggle}>{yaml}</Disclosure> : yaml}
    </Box>
  );
}
