import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AssignmentOutcome,
  DeclarationOutcome,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { Standing } from '../../lib/assign/outcomes';
import { customerLayerTranslationRef } from '../../translation';
import { TokenName } from '../EntityName';
import { useTableStyles } from '../Listing';
import { Mark } from '../Mark';
import { SaidValue } from '../Said';

const useStyles = makeStyles(
  theme => ({
    said: {
      '& + &': {
        marginTop: theme.spacing(1),
      },
    },
    mark: {
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'CustomerLayerOutcomeRow' },
);

/** Why something else holds than what was asked for, and what to do about it. */
function Unheard({ outcome }: { outcome: DeclarationOutcome }) {
  const { key, after } = outcome;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { labelOf, sourceOf } = useDeclarationWords();
  return after ? (
    <Typography variant="body2">
      {after.source === 'file'
        ? t('assign.gitWins', { what: labelOf(key) })
        : t('assign.otherWins', { who: sourceOf(after.source) })}
    </Typography>
  ) : null;
}

type HoldsProps = {
  entityRef: string;
  outcomes: readonly DeclarationOutcome[];
  when: 'before' | 'after';
};

function Holds({ entityRef, outcomes, when }: HoldsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { labelOf, sourceOf } = useDeclarationWords();
  return (
    <>
      {outcomes.map(outcome => {
        const { key, [when]: said } = outcome;
        return (
          <div key={key} className={classes.said}>
            <Typography variant="caption" color="textSecondary" component="div">
              {labelOf(key)}
            </Typography>
            <Typography variant="body2" component="div">
              {said ? (
                <SaidValue
                  declaration={key}
                  text={said.value}
                  entityRef={entityRef}
                />
              ) : (
                <em>{t('assign.nothing')}</em>
              )}
            </Typography>
            {said && (
              <Typography
                variant="caption"
                color="textSecondary"
                component="div"
              >
                {sourceOf(said.source)}
              </Typography>
            )}
            {when === 'after' && !outcome.inEffect && (
              <Unheard outcome={outcome} />
            )}
          </div>
        );
      })}
    </>
  );
}

/** Props of {@link OutcomeRow}. */
export type OutcomeRowProps = {
  standing: Standing;
  outcome: AssignmentOutcome;
  /** Whether it is what is left of something that was taken back. */
  undone: boolean;
};

/** What becomes, or became, of one entity: what holds before and after, and why not what was asked for. */
export function OutcomeRow({ standing, outcome, undone }: OutcomeRowProps) {
  const { entityRef, declarations, message } = outcome;
  const classes = useStyles();
  const table = useTableStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const mark = () => {
    if (standing === 'assigned' && undone) {
      return t('assign.standing.row.putBack');
    }
    return standing === 'overruled' &&
      declarations.some(({ inEffect }) => inEffect)
      ? t('assign.standing.row.partly')
      : t(`assign.standing.row.${standing}`);
  };
  return (
    <TableRow>
      <TableCell className={table.cell} component="th" scope="row">
        <Typography variant="body2" component="div">
          <TokenName entityRef={entityRef} confidential="entity" />
        </Typography>
        <div className={classes.mark}>
          <Mark inline filled={standing === 'assigned'} label={mark()} />
        </div>
      </TableCell>
      {standing === 'refused' ? (
        <TableCell className={table.cell} colSpan={2}>
          <Typography variant="body2">{message}</Typography>
        </TableCell>
      ) : (
        <>
          <TableCell className={table.cell}>
            <Holds
              entityRef={entityRef}
              outcomes={declarations}
              when="before"
            />
          </TableCell>
          <TableCell className={table.cell}>
            <Holds entityRef={entityRef} outcomes={declarations} when="after" />
          </TableCell>
        </>
      )}
    </TableRow>
  );
}
