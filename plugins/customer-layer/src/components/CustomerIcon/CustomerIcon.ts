import { IconComponent } from '@backstage/core-plugin-api';
import EmojiPeople from '@material-ui/icons/EmojiPeople';

/**
 * The picture of the kind Customer: somebody who waves, which tells it from a User and a Group.
 *
 * @remarks
 *
 * For an app's icons under `kind:customer`, and for the catalog's presentation of entities.
 *
 * @public
 */
export const CustomerIcon: IconComponent = EmojiPeople;
