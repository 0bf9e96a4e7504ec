import Box from '@material-ui/core/Box';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityList } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import {
  CustomerLayerFilters,
  Undeclared,
  UndeclaredFilter,
} from '../../lib/catalogFilters';
import { customerLayerTranslationRef } from '../../translation';
import { AuditLinks } from './AuditLinks';

const CHOICES = [
  ['customer', 'filters.noCustomer'],
  ['operations-team', 'filters.noOperationsTeam'],
] as const;

/** Chooses what names nobody, in a list that is there as a whole. */
function UndeclaredChoice() {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const { updateFilters, queryParameters } =
    useEntityList<CustomerLayerFilters>();
  const fromAddress = [queryParameters.undeclared].flat();
  const [chosen, setChosen] = useState<Undeclared[]>(() =>
    CHOICES.map(([value]) => value).filter(value =>
      fromAddress.includes(value),
    ),
  );
  useEffect(() => {
    updateFilters({
      undeclared: chosen.length ? new UndeclaredFilter(chosen) : undefined,
    });
  }, [chosen, updateFilters]);
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{t('filters.missing')}</FormLabel>
      <FormGroup>
        {CHOICES.map(([value, label]) => (
          <FormControlLabel
            key={value}
            label={t(label)}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(value)}
                onChange={(_, checked) =>
                  setChosen(
                    checked
                      ? [...chosen, value]
                      : chosen.filter(other => other !== value),
                  )
                }
              />
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}

/**
 * What has no customer and no operations team: a choice in a list that is there as a whole; in one that is read in pages,
 * in which the catalog can't select what is not there, links to what the audit found.
 */
export function UndeclaredPicker() {
  const { paginationMode } = useEntityList();
  return (
    <Box pt={1} pb={1}>
      {paginationMode === 'none' ? <UndeclaredChoice /> : <AuditLinks />}
    </Box>
  );
}
