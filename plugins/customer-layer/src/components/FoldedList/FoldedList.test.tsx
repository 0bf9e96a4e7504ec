import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FoldedList } from './FoldedList';

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `Buyer ${index + 1}`);

const renderList = (items: string[]) =>
  renderInTestApp(
    <FoldedList
      label="Buyers"
      items={items}
      keyOf={name => name}
      textOf={name => name}
    >
      {name => <b>{name}</b>}
    </FoldedList>,
  );

const shown = () =>
  within(screen.getByRole('list', { name: 'Buyers' }))
    .queryAllByRole('listitem')
    .map(item => item.textContent);

it('shows 10 of 500, and all of them page by page', async () => {
  await renderList(names(500));
  expect(shown()).toEqual(names(10));

  await userEvent.click(screen.getByRole('button', { name: 'Show all 500' }));
  expect(shown()).toEqual(names(25));
  expect(screen.getByText('1–25 of 500')).toBeVisible();

  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(shown()[0]).toBe('Buyer 26');

  await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(shown()).toEqual(names(10));
});

it('finds an item by a part of its name, from whichever page', async () => {
  await renderList(names(500));
  await userEvent.click(screen.getByRole('button', { name: 'Show all 500' }));
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));

  const filter = screen.getByRole('textbox', { name: 'Filter by name' });
  await userEvent.type(filter, ' BUYER 49');
  expect(shown()).toHaveLength(11);
  expect(shown()[0]).toBe('Buyer 49');

  await userEvent.type(filter, 'x');
  expect(shown()).toEqual([]);
  expect(screen.getByText('Nothing matches “ BUYER 49x”.')).toBeVisible();
});

it('stays plain where everything fits', async () => {
  await renderList(names(10));
  expect(shown()).toHaveLength(10);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
