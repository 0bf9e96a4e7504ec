/** So many of the longest refs stay below the catalog's limit of 100 kB for the body of a request. @public */
export const REFS_PER_REQUEST = 250;
