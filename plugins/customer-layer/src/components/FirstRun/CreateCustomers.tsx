import Button from '@material-ui/core/Button';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FormEvent, useState } from 'react';
import {
  CustomerDraft,
  customersOf,
} from '../../lib/coverageView/newCustomers';
import { customerLayerTranslationRef } from '../../translation';
import { CreationNote } from './CreationNote';
import { CustomerFields } from './CustomerFields';
import { useCreation } from './useCreation';

type NumberedDraft = CustomerDraft & { id: number };

const blank = (id: number): NumberedDraft => ({
  id,
  title: '',
  type: 'economic',
  stage: 'front-stage',
});

/** Props of {@link CreateCustomers}. */
export type CreateCustomersProps = {
  /** Called when some were created. */
  onCreated: () => void;
};

/** Creates customers in the portal, a few at once. */
export function CreateCustomers({ onCreated }: CreateCustomersProps) {
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const [drafts, setDrafts] = useState([blank(0)]);
  const [next, setNext] = useState(1);
  const creation = useCreation(onCreated);
  const customers = customersOf(drafts);

  const change = (changed: NumberedDraft) =>
    setDrafts(known =>
      known.map(one => (one.id === changed.id ? changed : one)),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    creation.create(customers, created => {
      // What was refused stays to be put right.
      const left = drafts.filter(
        ({ title }) =>
          title.trim() &&
          !created.some(customer => customer.title === title.trim()),
      );
      setDrafts(left.length ? left : [blank(next)]);
      setNext(next + 1);
    });
  };
  return (
    <form onSubmit={submit}>
      {drafts.map((draft, index) => (
        <CustomerFields
          key={draft.id}
          draft={draft}
          number={index + 1}
          onChange={changed => change({ ...changed, id: draft.id })}
          onRemove={
            drafts.length > 1
              ? () => setDrafts(drafts.filter(({ id }) => id !== draft.id))
              : undefined
          }
        />
      ))}
      <Button
        size="small"
        onClick={() => {
          setDrafts([...drafts, blank(next)]);
          setNext(next + 1);
        }}
      >
        {t('coverage.customer.add')}
      </Button>{' '}
      <Button
        type="submit"
        size="small"
        variant="contained"
        color="primary"
        disabled={creation.busy || !customers.length}
      >
        {t('coverage.customer.submit', { count: customers.length })}
      </Button>
      <CreationNote creation={creation} />
    </form>
  );
}
