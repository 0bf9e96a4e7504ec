import { assign } from './assign';
import { audit } from './audit';
import { cake } from './cake';
import { catalog } from './catalog';
import { coverage } from './coverage';
import { customers } from './customers';
import { entity } from './entity';
import { teams } from './teams';
import { impact } from './impact';

/** Every text of this plugin's screens in German; docs/translation.md has its words. */
export default {
  ...entity,
  ...assign,
  ...audit,
  ...catalog,
  ...coverage,
  ...customers,
  ...cake,
  ...teams,
  ...impact,
};
