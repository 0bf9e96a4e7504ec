/**
 * The relations of the customer layer, always written in pairs. They carry declared facts only.
 *
 * @see docs/model.md#relations
 * @public
 */
export const RELATION_HAS_ECONOMIC_CUSTOMER = 'hasEconomicCustomer';

/** The other end of {@link RELATION_HAS_ECONOMIC_CUSTOMER}. @public */
export const RELATION_ECONOMIC_CUSTOMER_OF = 'economicCustomerOf';

/** An entity names somebody inside the organization that it serves. @public */
export const RELATION_HAS_INTERNAL_CUSTOMER = 'hasInternalCustomer';

/** The other end of {@link RELATION_HAS_INTERNAL_CUSTOMER}. @public */
export const RELATION_INTERNAL_CUSTOMER_OF = 'internalCustomerOf';

/** An entity names the team that keeps it running. @public */
export const RELATION_OPERATED_BY = 'operatedBy';

/** The other end of {@link RELATION_OPERATED_BY}. @public */
export const RELATION_OPERATOR_OF = 'operatorOf';

/**
 * The pairs, in the form in which the catalog graph takes them.
 *
 * @public
 */
export const CUSTOMER_LAYER_RELATION_PAIRS: ReadonlyArray<
  [forward: string, reverse: string]
> = [
  [RELATION_HAS_ECONOMIC_CUSTOMER, RELATION_ECONOMIC_CUSTOMER_OF],
  [RELATION_HAS_INTERNAL_CUSTOMER, RELATION_INTERNAL_CUSTOMER_OF],
  [RELATION_OPERATED_BY, RELATION_OPERATOR_OF],
];

/** All six relation types. @public */
export const CUSTOMER_LAYER_RELATIONS: readonly string[] =
  CUSTOMER_LAYER_RELATION_PAIRS.flat();
