import {
  EntityAboutCard,
  EntityHasComponentsCard,
  EntityHasSubcomponentsCard,
  EntityHasSystemsCard,
  EntityLayout,
  EntityLinksCard,
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
  hasCatalogProcessingErrors,
  hasRelationWarnings,
  isKind,
  isOrphan,
} from '@backstage/plugin-catalog';
import { EntityCatalogGraphCard } from '@backstage/plugin-catalog-graph';
import {
  EntityGroupProfileCard,
  EntityMembersListCard,
  EntityOwnershipCard,
  EntityUserProfileCard,
} from '@backstage/plugin-org';
import Grid from '@material-ui/core/Grid';
import {
  EntityCustomersCard,
  EntityCustomersContent,
  EntityReadinessCard,
  EntityTeamContent,
  isCustomersAvailable,
  useEntityImpactMenuItems,
} from '@missing-layer/backstage-plugin-customer-layer';
import { ReactNode } from 'react';

const Cell = ({ children }: { children: ReactNode }) => (
  <Grid item xs={12} md={6}>
    {children}
  </Grid>
);

const warnings = (
  <>
    <EntitySwitch>
      <EntitySwitch.Case if={isOrphan}>
        <Cell>
          <EntityOrphanWarning />
        </Cell>
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasRelationWarnings}>
        <Cell>
          <EntityRelationWarning />
        </Cell>
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasCatalogProcessingErrors}>
        <Cell>
          <EntityProcessingErrorsPanel />
        </Cell>
      </EntitySwitch.Case>
    </EntitySwitch>
  </>
);

const about = (
  <EntitySwitch>
    <EntitySwitch.Case if={isKind('group')}>
      <Cell>
        <EntityGroupProfileCard />
      </Cell>
      <Cell>
        <EntityReadinessCard />
      </Cell>
      <Cell>
        <EntityMembersListCard />
      </Cell>
      <Cell>
        <EntityOwnershipCard />
      </Cell>
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('user')}>
      <Cell>
        <EntityUserProfileCard />
      </Cell>
    </EntitySwitch.Case>
    <EntitySwitch.Case>
      <Cell>
        <EntityAboutCard />
      </Cell>
    </EntitySwitch.Case>
  </EntitySwitch>
);

const parts = (
  <EntitySwitch>
    <EntitySwitch.Case if={isKind('domain')}>
      <Cell>
        <EntityHasSystemsCard />
      </Cell>
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('system')}>
      <Cell>
        <EntityHasComponentsCard />
      </Cell>
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('component')}>
      <Cell>
        <EntityHasSubcomponentsCard />
      </Cell>
    </EntitySwitch.Case>
  </EntitySwitch>
);

const Layout = ({ children }: { children: ReactNode }) => (
  <EntityLayout UNSTABLE_extraContextMenuItems={useEntityImpactMenuItems()}>
    {children}
  </EntityLayout>
);

export const entityPage = (
  <Layout>
    <EntityLayout.Route path="/" title="Overview">
      <Grid container spacing={3}>
        {warnings}
        {about}
        <EntitySwitch>
          <EntitySwitch.Case if={isCustomersAvailable}>
            <Cell>
              <EntityCustomersCard />
            </Cell>
          </EntitySwitch.Case>
        </EntitySwitch>
        <Cell>
          <EntityCatalogGraphCard height={400} />
        </Cell>
        {parts}
        <Cell>
          <EntityLinksCard />
        </Cell>
      </Grid>
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/customers"
      title="Customers"
      if={isCustomersAvailable}
    >
      <EntityCustomersContent />
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/operations"
      title="Customers"
      if={isKind('group')}
    >
      <EntityTeamContent />
    </EntityLayout.Route>
  </Layout>
);
