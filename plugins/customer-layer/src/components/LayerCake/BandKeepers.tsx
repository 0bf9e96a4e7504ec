import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloudOutlined from '@material-ui/icons/CloudOutlined';
import HomeOutlined from '@material-ui/icons/HomeOutlined';
import SyncAlt from '@material-ui/icons/SyncAlt';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fragment } from 'react';
import { CakeBand, Party } from '../../lib/cake';
import { isProviderRef } from '../../lib/stack';
import { customerLayerTranslationRef } from '../../translation';
import { EntityName, EntityNames } from '../EntityName';

// So many are named; the others are counted.
const FEW = 2;

const useStyles = makeStyles(
  theme => ({
    keepers: {
      overflowWrap: 'anywhere',
      // Links of two lines would stand out from the text around them.
      '& > div': {
        marginBottom: theme.spacing(0.25),
      },
    },
    party: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
    },
    icon: {
      flexShrink: 0,
      fontSize: '1rem',
      marginTop: 2,
    },
  }),
  { name: 'CustomerLayerBandKeepers' },
);

const ICONS: Record<Party, typeof CloudOutlined> = {
  us: HomeOutlined,
  provider: CloudOutlined,
  shared: SyncAlt,
};

function Names({ refs }: { refs: string[] }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  return (
    <>
      <EntityNames refs={refs.slice(0, FEW)} confidential="team" />
      {refs.length > FEW && (
        <> {t('supply.more', { count: refs.length - FEW })}</>
      )}
    </>
  );
}

/** Who is responsible for a layer, in which operating models, and with which providers. */
function ResponsibleForBand({ band }: { band: CakeBand }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { responsible, operatingModels, providers } = band;
  return (
    <>
      {t(`supply.responsible.${responsible}`)}
      {operatingModels.length > 0 &&
        ` · ${operatingModels
          .map(model => t(`supply.model.${model}`))
          .join(', ')}`}
      {providers.length > 0 && (
        <>
          {' · '}
          {t('supply.provider', {
            provider: (
              <>
                {providers.slice(0, FEW).map((provider, index) => (
                  <Fragment key={provider}>
                    {index > 0 && ', '}
                    {isProviderRef(provider) ? (
                      <EntityName entityRef={provider} />
                    ) : (
                      provider
                    )}
                  </Fragment>
                ))}
                {providers.length > FEW && (
                  <> {t('supply.more', { count: providers.length - FEW })}</>
                )}
              </>
            ),
          })}
        </>
      )}
    </>
  );
}

/** Who owns what is in a layer, who operates it, and who is responsible for it. */
export function BandKeepers({ band }: { band: CakeBand }) {
  const { owners, operators, responsible } = band;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const Icon = ICONS[responsible];
  const same =
    owners.length > 0 &&
    [...owners].sort().join() === [...operators].sort().join();
  return (
    <Typography
      className={classes.keepers}
      variant="caption"
      component="div"
      color="textSecondary"
    >
      <div className={classes.party}>
        <Icon className={classes.icon} aria-hidden />
        <span>
          <ResponsibleForBand band={band} />
        </span>
      </div>
      {same ? (
        <div>
          {t('supply.ownedAndOperatedBy', { names: <Names refs={owners} /> })}
        </div>
      ) : (
        <>
          <div>
            {owners.length
              ? t('supply.ownedBy', { names: <Names refs={owners} /> })
              : t('supply.noOwner')}
          </div>
          <div>
            {operators.length
              ? t('supply.operatedBy', { names: <Names refs={operators} /> })
              : t('supply.noOperations')}
          </div>
        </>
      )}
    </Typography>
  );
}
