import { Entity } from '@backstage/catalog-model';
import { groupEntity } from '../__testUtils__/answers';
import { contactsOf, reachedTeam, reachesSomebody } from './contacts';

const team = (more: {
  annotations?: Record<string, string>;
  links?: Entity['metadata']['links'];
  spec?: Entity['spec'];
}): Entity => ({
  ...groupEntity,
  metadata: {
    ...groupEntity.metadata,
    annotations: more.annotations,
    links: more.links,
  },
  spec: more.spec,
});

it('has who is on call first, then everything else that a team says', () => {
  const contacts = contactsOf(
    team({
      annotations: {
        'customer-layer.io/dashboards': 'https://boards.example.com',
        'customer-layer.io/runbooks':
          'https://runbooks.example.com/a, https://runbooks.example.com/b',
        'customer-layer.io/on-call': 'https://oncall.example.com',
      },
      links: [{ url: 'https://chat.example.com/web', title: '#web' }],
      spec: { profile: { email: 'web@example.com' } },
    }),
  );
  expect(contacts).toEqual([
    { kind: 'onCall', address: 'https://oncall.example.com' },
    { kind: 'email', address: 'mailto:web@example.com' },
    { kind: 'link', address: 'https://chat.example.com/web', title: '#web' },
    { kind: 'runbook', address: 'https://runbooks.example.com/a' },
    { kind: 'runbook', address: 'https://runbooks.example.com/b' },
    { kind: 'dashboard', address: 'https://boards.example.com' },
  ]);
  expect(contacts.filter(reachesSomebody)).toHaveLength(3);
});

it.each([
  ['nothing', team({})],
  // eslint-disable-next-line no-script-url -- what must not become a link
  ['a script', team({ links: [{ url: 'javascript:alert(1)' }] })],
  ['no address', team({ spec: { profile: { email: 'ask Grace' } } })],
  ['another shape', team({ spec: { profile: ['x@example.com'] } })],
])('has no contact in %s', (_, entity) => {
  expect(reachedTeam(entity)).toEqual({ contacts: [] });
});
