import {
  Link,
  Sidebar,
  sidebarConfig,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import Box from '@material-ui/core/Box';
import LayersIcon from '@material-ui/icons/Layers';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { PersonaSwitch } from 'persona-switch';

const Logo = () => (
  <Box
    color="navigation.indicator"
    width={sidebarConfig.drawerWidthClosed}
    textAlign="center"
    py={3}
  >
    <Link to="/" aria-label="Home" underline="none" color="inherit">
      <LayersIcon fontSize="large" />
    </Link>
  </Box>
);

const navContent = NavContentBlueprint.make({
  params: {
    component: ({ navItems }) => {
      const nav = navItems.withComponent(item => (
        <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
      ));
      nav.take('page:search'); // The modal stands in for the page.
      nav.take('page:notifications'); // Its own item counts what is unread.
      return (
        <Sidebar>
          <Logo />
          <SidebarGroup label="Search" icon={<SearchIcon />} to="/search">
            <SidebarSearchModal />
          </SidebarGroup>
          <SidebarDivider />
          <SidebarGroup label="Menu" icon={<MenuIcon />}>
            {nav.take('page:catalog')}
            {nav.take('page:customer-layer/customers')}
            {nav.take('page:customer-layer/impact')}
            {nav.take('page:customer-layer/operations-teams')}
            {nav.take('page:customer-layer')}
            {nav.take('page:customer-layer/coverage')}
            <SidebarScrollWrapper>
              {nav.rest({ sortBy: 'title' })}
            </SidebarScrollWrapper>
          </SidebarGroup>
          <SidebarSpace />
          <SidebarDivider />
          <NotificationsSidebarItem />
          <PersonaSwitch />
          <SidebarDivider />
          <SidebarGroup
            label="Settings"
            icon={<UserSettingsSignInAvatar />}
            to="/settings"
          >
            {nav.take('page:app-visualizer')}
            {nav.take('page:user-settings')}
          </SidebarGroup>
        </Sidebar>
      );
    },
  },
});

/** The sidebar. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [navContent],
});
