import AccountTree from '@material-ui/icons/AccountTreeOutlined';
import Apps from '@material-ui/icons/Apps';
import Build from '@material-ui/icons/BuildOutlined';
import Business from '@material-ui/icons/Business';
import Dns from '@material-ui/icons/DnsOutlined';
import FilterNone from '@material-ui/icons/FilterNone';
import Group from '@material-ui/icons/GroupOutlined';
import HelpOutline from '@material-ui/icons/HelpOutline';
import Memory from '@material-ui/icons/Memory';
import PlayCircle from '@material-ui/icons/PlayCircleOutline';
import SdStorage from '@material-ui/icons/SdStorageOutlined';
import Storage from '@material-ui/icons/Storage';
import { LayerId } from '@missing-layer/backstage-plugin-customer-layer-common';

/** A picture for each layer. */
export const LAYER_ICONS: Record<LayerId, typeof Apps> = {
  customer: Group,
  operations: Build,
  application: Apps,
  data: Storage,
  runtime: PlayCircle,
  'operating-system': Memory,
  virtualization: FilterNone,
  servers: Dns,
  storage: SdStorage,
  network: AccountTree,
  facilities: Business,
  unclassified: HelpOutline,
};
