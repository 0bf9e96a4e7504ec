import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PILLARS,
  TeamSummary,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { summarizeReadiness } from '../../lib/readiness';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName } from '../EntityName';
import { PillarMark } from '../OperationsPanel';
import { useTableStyles } from '../Listing';
import { Mark } from '../Mark';

type Props = { team: TeamSummary };

/** What there is to say of a team's pillars as a whole. */
function Passes({ team: { readiness, exists, hidden } }: Props) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  if (hidden) {
    return <></>;
  }
  if (!readiness) {
    return <>{t(exists ? 'teams.noPillars' : 'teams.missing')}</>;
  }
  const { passed, total } = summarizeReadiness(readiness);
  return (
    <>{t('teams.passes', { passed: String(passed), total: String(total) })}</>
  );
}

function Tier({ team: { leastTier } }: Props) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return leastTier ? (
    <Mark label={t('name.tier', { tier: String(leastTier) })} />
  ) : (
    <></>
  );
}

/** One team: how ready it is, pillar by pillar, how much it operates and how critical the customers of that are. */
export function TeamRow({ team }: Props) {
  const { teamRef, title, exists, readiness, operates } = team;
  const classes = useTableStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const wide = `${classes.cell} ${classes.wide}`;
  const operated = t('teams.operates', { count: operates });
  return (
    <TableRow>
      <TableCell className={classes.cell} component="th" scope="row">
        <Typography variant="body2" component="div">
          <EntityName
            entityRef={teamRef}
            title={title}
            exists={exists}
            confidential="team"
          />
        </Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          <Passes team={team} />
        </Typography>
        <div className={classes.narrow}>
          {readiness &&
            PILLARS.map(pillar => (
              <PillarMark
                key={pillar}
                name={t(`operations.pillar.${pillar}`)}
                result={readiness[pillar]}
              />
            ))}
          <Typography variant="caption" color="textSecondary" component="div">
            {operated} <Tier team={team} />
          </Typography>
        </div>
      </TableCell>
      {PILLARS.map(pillar => (
        <TableCell key={pillar} className={wide}>
          {readiness && <PillarMark result={readiness[pillar]} />}
        </TableCell>
      ))}
      <TableCell className={wide}>{operated}</TableCell>
      <TableCell className={wide}>
        <Tier team={team} />
      </TableCell>
    </TableRow>
  );
}
