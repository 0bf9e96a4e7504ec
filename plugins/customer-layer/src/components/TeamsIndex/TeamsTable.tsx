import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PILLARS,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { customerLayerTranslationRef } from '../../translation';
import { useTableStyles } from '../Listing';
import { TeamRow } from './TeamRow';

const useStyles = makeStyles(
  theme => ({
    name: {
      width: '20%',
      [theme.breakpoints.down('sm')]: {
        width: '100%',
      },
    },
  }),
  { name: 'CustomerLayerTeamsTable' },
);

/** Operations teams, one in a row, with a column for each pillar; where there is little room, these move beneath the name. */
export function TeamsTable({ teams }: { teams: TeamSummary[] }) {
  const classes = { ...useTableStyles(), ...useStyles() };
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const wide = `${classes.head} ${classes.wide}`;
  return (
    <Table className={classes.table} aria-label={t('teams.table')}>
      <TableHead>
        <TableRow>
          <TableCell className={`${classes.head} ${classes.name}`}>
            {t('teams.column.name')}
          </TableCell>
          {PILLARS.map(pillar => (
            <TableCell key={pillar} className={wide}>
              {t(`operations.pillar.${pillar}`)}
            </TableCell>
          ))}
          <TableCell className={`${wide} ${classes.figure}`}>
            {t('teams.column.operates')}
          </TableCell>
          <TableCell className={`${wide} ${classes.figure}`}>
            {t('teams.column.tier')}
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {teams.map(team => (
          <TeamRow key={team.teamRef} team={team} />
        ))}
      </TableBody>
    </Table>
  );
}
