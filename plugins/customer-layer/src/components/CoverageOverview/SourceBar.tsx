import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../../hooks/useLanguage';
import { CoveragePart } from '../../lib/coverageView/figures';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const { primary, text, divider } = theme.palette;
    const hatched = (color: string, angle: number) =>
      `repeating-linear-gradient(${angle}deg, ${color} 0 3px, transparent 3px 6px)`;
    const part = { minWidth: 3 };
    return {
      bar: {
        display: 'flex',
        gap: 1,
        height: theme.spacing(1.5),
        borderRadius: theme.shape.borderRadius,
        overflow: 'hidden',
        boxShadow: `inset 0 0 0 1px ${divider}`,
      },
      words: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(0, 1.5),
        listStyle: 'none',
        margin: theme.spacing(0.5, 0, 0),
        padding: 0,
      },
      word: {
        display: 'flex',
        alignItems: 'center',
        gap: theme.spacing(0.5),
      },
      swatch: {
        width: 10,
        height: 10,
        boxShadow: `inset 0 0 0 1px ${text.secondary}`,
      },
      declared: { ...part, background: primary.main },
      inherited: { ...part, background: hatched(primary.main, 45) },
      derived: { ...part, background: hatched(primary.main, 90) },
      part: { ...part, background: hatched(primary.main, 0) },
      consumer: { ...part, background: hatched(text.disabled, 135) },
      assumed: { ...part, background: hatched(text.disabled, 135) },
      nobody: { ...part, background: divider },
      none: part,
    };
  },
  { name: 'CustomerLayerSourceBar' },
);

/** Props of {@link SourceBar}. */
export type SourceBarProps = {
  /** What the parts are of. */
  label: string;
  parts: CoveragePart[];
};

/** All entities by where their coverage comes from: as a bar, and in words that say the same. */
export function SourceBar({ label, parts }: SourceBarProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {parts.map(({ source, share }) => (
          <span
            key={source}
            className={classes[source]}
            style={{ flex: `${share} 0 0` }}
          />
        ))}
      </div>
      <ul className={classes.words} aria-label={label}>
        {parts.map(({ source, count }) => (
          <Typography
            key={source}
            className={classes.word}
            variant="caption"
            component="li"
          >
            <span
              className={`${classes.swatch} ${classes[source]}`}
              aria-hidden
            />
            {t(`coverage.counted.${source}`, {
              number: count.toLocaleString(language),
            })}
          </Typography>
        ))}
      </ul>
    </>
  );
}
