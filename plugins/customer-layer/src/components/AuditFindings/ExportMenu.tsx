import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Typography from '@material-ui/core/Typography';
import GetApp from '@material-ui/icons/GetApp';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EXPORT_FORMATS,
  ExportFormat,
  FindingsQuery,
  dayOf,
} from '@missing-layer/backstage-plugin-customer-layer-common';
import { useId, useState } from 'react';
import { auditApiRef } from '../../api';
import { useAct } from '../../hooks/useAct';
import { exportName, saveAs } from '../../lib/audit/download';
import { customerLayerTranslationRef } from '../../translation';

/** Saves findings as a file for other tools. */
export function ExportMenu({ query }: { query: FindingsQuery }) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const api = useApi(auditApiRef);
  const { run, busy, error } = useAct();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const id = useId();
  const save = (format: ExportFormat) => {
    setAnchor(undefined);
    run(async () => {
      const response = await api.exportFindings({ ...query, format });
      saveAs(await response.blob(), exportName(format, dayOf(new Date())));
    });
  };
  return (
    <>
      {error && (
        <Typography variant="body2" color="error" role="alert">
          {error}
        </Typography>
      )}
      <Button
        size="small"
        variant="outlined"
        startIcon={<GetApp aria-hidden />}
        aria-haspopup="menu"
        aria-controls={anchor ? id : undefined}
        title={t('audit.findings.exportHint')}
        disabled={busy}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('audit.findings.export')}
      </Button>
      <Menu
        id={id}
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={() => setAnchor(undefined)}
      >
        {EXPORT_FORMATS.map(format => (
          <MenuItem key={format} onClick={() => save(format)}>
            {t(`audit.findings.format.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
