import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import AccountTree from '@material-ui/icons/AccountTreeOutlined';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Impact } from '@missing-layer/backstage-plugin-customer-layer-common';
import { lazy, Suspense, useId, useState } from 'react';
import { customerLayerTranslationRef } from '../../translation';

const ImpactGraph = lazy(() => import('./ImpactGraph'));

/** The graph of an impact, which is loaded and drawn once somebody wants to see it. */
export function GraphSection({ impact }: { impact: Impact }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('impact.graph.text')}
      </Typography>
      <Button
        variant="outlined"
        size="small"
        color="primary"
        startIcon={<AccountTree aria-hidden />}
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        onClick={() => setShown(!shown)}
      >
        {shown ? t('impact.graph.hide') : t('impact.graph.show')}
      </Button>
      {shown && (
        <div id={id}>
          <Suspense fallback={<Progress />}>
            <ImpactGraph impact={impact} />
          </Suspense>
        </div>
      )}
    </>
  );
}
