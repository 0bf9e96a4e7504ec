import { Impact } from '@missing-layer/backstage-plugin-customer-layer-common';
import {
  ImpactFigures,
  impactFigures,
  TierGroup,
  tierGroups,
} from './impactCustomers';
import { Notices, noticesOf } from './impactNotices';
import { CalledTeam, teamsToCall } from './impactTeams';

/** An impact in a form to print. */
export type ImpactView = {
  figures: ImpactFigures;
  groups: TierGroup[];
  teams: CalledTeam[];
  notices: Notices;
};

/** Works out what to print of an impact. O(customers + affected entities). */
export const impactView = (impact: Impact): ImpactView => ({
  figures: impactFigures(impact),
  groups: tierGroups(impact.customers),
  teams: teamsToCall(impact),
  notices: noticesOf(impact),
});
