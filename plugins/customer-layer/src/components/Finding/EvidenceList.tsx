import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Evidence } from '@missing-layer/backstage-plugin-customer-layer-common';
import { unmasked } from '../../lib/audit/findings';
import { isPathWorthShowing } from '../../lib/origin';
import { customerLayerTranslationRef } from '../../translation';
import { EntityPath } from '../EntityPath';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'CustomerLayerEvidenceList' },
);

/** What a rule looked at, each with the path to it. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <ul className={classes.list}>
      {evidence.map(({ text, path = [] }, index) => {
        const shown = unmasked(text, t('name.confidentialEntity'));
        return (
          <li key={index}>
            <Typography variant="body2" component="span">
              {shown}
            </Typography>
            {isPathWorthShowing(path) && (
              <EntityPath path={path} name={shown} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
