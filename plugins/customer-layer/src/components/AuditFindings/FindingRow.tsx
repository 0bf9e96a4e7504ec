import Collapse from '@material-ui/core/Collapse';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ListedFinding } from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useState } from 'react';
import { plainName } from '../../lib/audit/plainName';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, EntityNames, useNameOf } from '../EntityName';
import { FindingStateMark, SeverityChip } from '../Finding';
import { OpenedFinding, OpenedFindingProps } from './OpenedFinding';
import { SelectFinding } from './SelectFinding';

const useStyles = makeStyles(
  theme => ({
    // Two rows belong together; a theme that colours every other one would tear them apart.
    row: {
      '&&&': {
        background: 'none',
      },
    },
    cell: {
      borderBottom: 'none',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
      padding: theme.spacing(1.25, 1),
      '&:first-child': {
        paddingLeft: 0,
      },
    },
    details: {
      borderBottom: `1px solid ${theme.palette.divider}`,
      padding: theme.spacing(0, 1, 0, 0),
    },
    opened: {
      paddingBottom: theme.spacing(2),
    },
    rule: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      marginBottom: theme.spacing(0.5),
    },
    arrow: {
      transition: theme.transitions.create('transform'),
    },
    open: {
      transform: 'rotate(180deg)',
    },
  }),
  { name: 'CustomerLayerFindingRow' },
);

/** Props of {@link FindingRow}. */
export type FindingRowProps = OpenedFindingProps & {
  /** Whether the entity stands above the finding, instead of in a column of its own. */
  narrow?: boolean;
  selected: boolean;
  /** Absent where assigning something does not put it right. */
  onSelect?: (selected: boolean) => void;
};

function FindingSubject({ finding }: { finding: ListedFinding }) {
  const { entityRef, title, kind, ownerRefs } = finding;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <Typography variant="body2" component="div">
        <EntityName entityRef={entityRef} title={title} />
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        {kind}
        {' · '}
        {ownerRefs.length
          ? t('supply.ownedBy', {
              names: <EntityNames refs={ownerRefs} confidential="team" />,
            })
          : t('supply.noOwner')}
      </Typography>
    </>
  );
}

/** A finding in the table; it opens beneath itself. */
export function FindingRow(props: FindingRowProps) {
  const { finding, rule, version, narrow, onChanged } = props;
  const { selected, onSelect } = props;
  const { entityRef, title, message } = finding;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const nameOf = useNameOf('entity');
  const [open, setOpen] = useState(false);
  const id = useId();
  const ruleTitle = rule?.title ?? finding.ruleId;
  const name = nameOf(entityRef, title ?? plainName(entityRef));
  return (
    <>
      <TableRow className={classes.row}>
        <SelectFinding
          label={t('assign.audit.select', { name, rule: ruleTitle })}
          checked={selected}
          onChange={onSelect}
        />
        <TableCell className={classes.cell}>
          {narrow && <FindingSubject finding={finding} />}
          <div className={classes.rule}>
            <FindingStateMark state={finding.state} />
            <Typography variant="body2" component="span">
              <strong>{ruleTitle}</strong>
            </Typography>
            <SeverityChip severity={finding.severity} />
          </div>
          <Typography variant="body2" color="textSecondary">
            {message}
          </Typography>
        </TableCell>
        {!narrow && (
          <TableCell className={classes.cell}>
            <FindingSubject finding={finding} />
          </TableCell>
        )}
        <TableCell className={classes.cell} align="right">
          <IconButton
            size="small"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={t('audit.findings.open', {
              rule: ruleTitle,
              name,
            })}
            onClick={() => setOpen(!open)}
          >
            <ExpandMore
              className={
                open ? `${classes.arrow} ${classes.open}` : classes.arrow
              }
              aria-hidden
            />
          </IconButton>
        </TableCell>
      </TableRow>
      <TableRow className={classes.row}>
        <TableCell className={classes.details} colSpan={narrow ? 3 : 4}>
          <Collapse in={open} mountOnEnter unmountOnExit>
            <div id={id} className={classes.opened}>
              <OpenedFinding
                finding={finding}
                rule={rule}
                version={version}
                onChanged={onChanged}
              />
            </div>
          </Collapse>
        </TableCell>
      </TableRow>
    </>
  );
}
