import { DeclarationTexts } from '@missing-layer/backstage-plugin-customer-layer-common';

/** What the dialog to assign is opened with. */
export type AssignWhat = {
  entityRefs: string[];
  /** What it is filled in with. */
  initial?: DeclarationTexts;
  /** Called when something of it was assigned. */
  onAssigned?: () => void;
};
