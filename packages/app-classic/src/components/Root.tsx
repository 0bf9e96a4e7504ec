import {
  Sidebar,
  SidebarGroup,
  SidebarItem,
  SidebarPage,
  SidebarSpace,
} from '@backstage/core-components';
import {
  Settings,
  UserSettingsSignInAvatar,
} from '@backstage/plugin-user-settings';
import CategoryIcon from '@material-ui/icons/Category';
import DonutLargeIcon from '@material-ui/icons/DonutLarge';
import ExtensionIcon from '@material-ui/icons/Extension';
import FlashOnIcon from '@material-ui/icons/FlashOn';
import LayersIcon from '@material-ui/icons/Layers';
import PeopleAltIcon from '@material-ui/icons/PeopleAlt';
import BuildIcon from '@material-ui/icons/Build';
import PlaylistAddCheckIcon from '@material-ui/icons/PlaylistAddCheck';
import { PersonaSwitch } from 'persona-switch';
import { ReactNode } from 'react';

export const Root = ({ children }: { children: ReactNode }) => (
  <SidebarPage>
    <Sidebar>
      <SidebarGroup label="Menu" icon={<LayersIcon />}>
        <SidebarItem icon={CategoryIcon} to="catalog" text="Catalog" />
        <SidebarItem icon={ExtensionIcon} to="api-docs" text="APIs" />
        <SidebarItem icon={PeopleAltIcon} to="customers" text="Customers" />
        <SidebarItem icon={FlashOnIcon} to="customer-impact" text="Impact" />
        <SidebarItem icon={BuildIcon} to="operations-teams" text="Operations" />
        <SidebarItem
          icon={PlaylistAddCheckIcon}
          to="customer-audit"
          text="Customer audit"
        />
        <SidebarItem
          icon={DonutLargeIcon}
          to="customer-coverage"
          text="Coverage"
        />
      </SidebarGroup>
      <SidebarSpace />
      <PersonaSwitch />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        <Settings />
      </SidebarGroup>
    </Sidebar>
    {children}
  </SidebarPage>
);
