import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityAssignments,
  PortalAssignment,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { assignmentsApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { Assigning } from '../../hooks/useAssigning';
import { useDeclarationWords } from '../../hooks/useDeclarationWords';
import { useLanguage } from '../../hooks/useLanguage';
import { formatAge } from '../../lib/format';
import { customerLayerTranslationRef } from '../../translation';
import { Actor } from '../AuditExemptions/ExemptionHistory';
import { SaidValue } from '../Said';

const useStyles = makeStyles(
  theme => ({
    item: {
      overflowWrap: 'anywhere',
    },
    unheard: {
      marginTop: theme.spacing(0.5),
      paddingLeft: theme.spacing(1.5),
      borderLeft: `2px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'CustomerLayerDeclarationItem' },
);

function PortalOrigin({ portal }: { portal: PortalAssignment }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const language = useLanguage();
  const { by, at, reason } = portal;
  return (
    <>
      {t('assign.who.portal', {
        name: <Actor by={by} />,
        age: (
          <time dateTime={at} title={at}>
            {formatAge(at, new Date(), language)}
          </time>
        ),
      })}
      {reason && `: “${reason}”`}
    </>
  );
}

/** Props of {@link DeclarationItem}. */
export type DeclarationItemProps = {
  declaration: EntityAssignments['declarations'][number];
  /** What the portal says of it, if anything. */
  portal?: PortalAssignment;
  mayAssign: boolean;
  assigning: Assigning;
};

/** One declaration: what holds and who says so, and what others say who are not heard. */
export function DeclarationItem(props: DeclarationItemProps) {
  const { declaration, portal, mayAssign, assigning } = props;
  const { key, candidates } = declaration;
  const { entityRef, onAssigned } = assigning;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { labelOf, sourceOf } = useDeclarationWords();
  const api = useApi(assignmentsApiRef);
  const { run, busy, error } = useAct();
  const [heard, ...unheard] = candidates;
  const takeBack = () =>
    run(async () =>
      onAssigned(
        await api.assign({
          items: [{ entityRef, declarations: { [key]: null } }],
        }),
      ),
    );
  return (
    <div className={classes.item}>
      <Typography variant="caption" color="textSecondary" component="div">
        {labelOf(key)}
      </Typography>
      <Typography variant="body2" component="div">
        <SaidValue
          declaration={key}
          text={heard.value}
          entityRef={entityRef}
          links
        />
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        {heard.source === 'portal' && portal ? (
          <PortalOrigin portal={portal} />
        ) : (
          sourceOf(heard.source)
        )}
      </Typography>
      {unheard.map(({ source, value }) => (
        <div key={source} className={classes.unheard}>
          <Typography variant="caption" component="div">
            {t('assign.who.unheardOf', {
              who: sourceOf(source),
              value: (
                <SaidValue
                  declaration={key}
                  text={value}
                  entityRef={entityRef}
                  links
                />
              ),
            })}
          </Typography>
          {source === 'portal' && portal && (
            <Typography variant="caption" color="textSecondary" component="div">
              <PortalOrigin portal={portal} />
            </Typography>
          )}
        </div>
      ))}
      {portal && mayAssign && (
        <Button
          size="small"
          color="primary"
          disabled={busy}
          aria-label={t('assign.who.takeBackWhat', { what: labelOf(key) })}
          onClick={takeBack}
        >
          {t('assign.who.takeBack')}
        </Button>
      )}
      {error && (
        <Typography variant="body2" color="error" role="alert">
          {error}
        </Typography>
      )}
    </div>
  );
}
